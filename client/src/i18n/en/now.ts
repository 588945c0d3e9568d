/** The vote that is shown on every page of a forum, and what several of its first pages say. */
export default {
  'thread.posts_one': '{{count, number}} post',
  'thread.posts_other': '{{count, number}} posts',

  'forums.join': 'Join with a code',

  'forum.sample': 'Sample data',

  'result.adopted': 'Adopted',
  'result.rejected': 'Rejected',
  'result.not-quorate': 'No quorum',
  'result.chosen': 'Chosen',
  'result.elected': 'Elected',
  'result.tied': 'Tie',

  'poll.banner': 'Vote in progress:',
  'poll.go-vote': 'Vote',
  'poll.go-follow': 'Follow the vote',
  'poll.vote': 'Vote',
  'poll.turnout': 'Turnout',
  'poll.turnout-words': '{{cast, number}} of {{entitled, number}}',
  'poll.closes-in': 'Closes in',
  'poll.closes-at': 'Closes at {{time}}',
  'poll.time-up': 'Time is up: the vote is being closed.',
  'poll.minutes-left_one': '{{count, number}} minute left to vote',
  'poll.minutes-left_other': '{{count, number}} minutes left to vote',
  'poll.seconds-left_one': '{{count, number}} second left to vote',
  'poll.seconds-left_other': '{{count, number}} seconds left to vote',

  'ballot.received': 'Your vote is recorded.',
} as const;
