/** Le programme et ses séances. */
export default {
  'program.run': 'Conduire les séances',
  'program.empty': 'Le programme n’est pas encore publié',
  'program.empty-text': 'Les séances paraîtront ici, jour par jour.',
} as const;
