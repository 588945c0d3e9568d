/** Mentionner des personnes et des délégations dans un message. */
export default {
  'mention.list': 'Personnes et délégations',
  'mention.delegation': 'Délégation',
  'mention.found_one': '{{count, number}} personne ou délégation : flèches pour choisir, Entrée pour prendre',
  'mention.found_many':
    '{{count, number}} de personnes et délégations : flèches pour choisir, Entrée pour prendre',
  'mention.found_other':
    '{{count, number}} personnes et délégations : flèches pour choisir, Entrée pour prendre',
  'error.mention.unknown': 'Une personne que vous mentionnez n’est plus dans ce forum.',
  'error.mention.too-many': 'Vous pouvez mentionner vingt personnes au plus dans un message.',
} as const;
