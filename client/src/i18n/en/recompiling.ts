/** What a new compile suggests on clauses that people have worked on. */
export default {
  'suggestions.what':
    'The new compile left everything as you have it. Here it has something else for a clause that you worked on: decide each, before anything is published.',
  'suggestions.none': 'Nothing is suggested',
  'suggestions.is-changed': 'You changed this clause, and the contributions now word it otherwise.',
  'suggestions.is-gone':
    'You changed this clause. The compile no longer has it: the contributions do not bear it any more.',
  'suggestions.is-back': 'You took this clause out. The contributions now word it otherwise.',
  'suggestions.place': 'In your draft: {{ours}}. In the compile: {{theirs}}.',
  'suggestions.ours': 'Your draft',
  'suggestions.theirs': 'The new compile',
  'suggestions.together': 'Both changes',
  'suggestions.not-there': 'The clause is not there.',
  'suggestions.keep-changed': 'Keep your words',
  'suggestions.keep-gone': 'Keep the clause',
  'suggestions.keep-back': 'Leave it out',
  'suggestions.take-changed': 'Take the compile’s',
  'suggestions.take-gone': 'Take the clause out',
  'suggestions.take-back': 'Bring it back',
  'suggestions.both': 'Make both changes',
} as const;
