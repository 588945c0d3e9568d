/** Mentioning people and delegations in a post. */
export default {
  'mention.list': 'People and delegations',
  'mention.delegation': 'Delegation',
  'mention.found_one': '{{count, number}} person or delegation: choose with the arrows, take with Enter',
  'mention.found_other': '{{count, number}} people and delegations: choose with the arrows, take with Enter',
  'error.mention.unknown': 'Somebody whom you mention is not in this forum any more.',
  'error.mention.too-many': 'You can mention twenty people at most in one post.',
} as const;
