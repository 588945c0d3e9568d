/** The first page of a forum: what goes on, and what is new. */
export default {
  'now.running': 'En séance',
  'now.next': 'Ensuite',
  'now.program': 'Tout le programme',
  'now.quiet': 'Aucune séance en cours',
  'now.quiet-text': 'Dès qu’une séance ou un vote commence, vous le verrez ici.',
  'now.news': 'Dernières nouvelles',
  'now.no-news': 'Rien de nouveau pour l’instant',
  'now.no-news-text': 'Les discussions, les propositions et les décisions paraîtront ici.',
  'now.kind-appeal': 'Appel',
  'now.kind-poll': 'Décision',
  'now.kind-proposal': 'Proposition',
  'now.kind-thread': 'Discussion',
} as const;
