/** The list of discussions, and opening one. */
export default {
  'threads.new': 'Ouvrir une discussion',
  'threads.search': 'Chercher dans les discussions',
  'threads.empty': 'Aucune discussion pour l’instant',
  'threads.empty-text': 'Posez une question, racontez une expérience de votre ville.',
  'thread.title': 'Sujet',
  'thread.open': 'Ouvrir la discussion',
  'thread.active': 'Dernier message {{when}}',
} as const;
