/** Le programme et ses séances. */
export const program = {
  'program.add': 'Ajouter une séance',
  'program.empty': 'Le programme n’est pas encore publié',
  'program.empty-text': 'Les séances paraîtront ici, jour par jour.',
  'session.start': 'Ouvrir la séance',
  'session.end': 'Lever la séance',
  'session.end-title': 'Lever la séance ?',
  'session.end-text': 'Une séance levée ne se rouvre pas. On peut en prévoir une autre.',
  'session.edit': 'Modifier la séance',
  'session.kind': 'Genre',
  'session.title': 'Titre',
  'session.title-in': 'Titre ({{language}})',
  'session.place': 'Lieu',
  'session.starts': 'Début',
  'session.ends': 'Fin',
} as const;
