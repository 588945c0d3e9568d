/** The first page of a forum, and the vote that is shown on every page of it. */
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

  'thread.posts_one': '{{count, number}} message',
  'thread.posts_many': '{{count, number}} de messages',
  'thread.posts_other': '{{count, number}} messages',

  'forums.join': 'Rejoindre avec un code',

  'forum.sample': 'Données d’exemple',

  'result.adopted': 'Adopté',
  'result.rejected': 'Rejeté',
  'result.not-quorate': 'Sans quorum',
  'result.chosen': 'Choix',
  'result.elected': 'Sont élus',
  'result.tied': 'Égalité',

  'poll.banner': 'Vote en cours :',
  'poll.go-vote': 'Voter',
  'poll.go-follow': 'Suivre le vote',
  'poll.vote': 'Vote',
  'poll.turnout': 'Participation',
  'poll.turnout-words': '{{cast, number}} sur {{entitled, number}}',
  'poll.closes-in': 'Clôture dans',
  'poll.closes-at': 'Clôture à {{time}}',
  'poll.time-up': 'Le temps est écoulé : le vote est en cours de clôture.',
  'poll.minutes-left_one': 'Encore {{count, number}} minute pour voter',
  'poll.minutes-left_many': 'Encore {{count, number}} de minutes pour voter',
  'poll.minutes-left_other': 'Encore {{count, number}} minutes pour voter',
  'poll.seconds-left_one': 'Encore {{count, number}} seconde pour voter',
  'poll.seconds-left_many': 'Encore {{count, number}} de secondes pour voter',
  'poll.seconds-left_other': 'Encore {{count, number}} secondes pour voter',

  'ballot.received': 'Votre vote est enregistré.',
} as const;
