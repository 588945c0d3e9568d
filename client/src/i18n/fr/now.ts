/** The vote that is shown on every page of a forum, and what several of its first pages say. */
export default {
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
