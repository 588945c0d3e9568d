/** The first page of a forum, and the vote that is shown on every page of it. */
export default {
  'now.running': 'In session',
  'now.next': 'Next',
  'now.program': 'The whole programme',
  'now.quiet': 'No session at the moment',
  'now.quiet-text': 'As soon as a session or a vote begins, you will see it here.',
  'now.news': 'Latest news',
  'now.no-news': 'Nothing new yet',
  'now.no-news-text': 'Discussions, proposals and decisions will appear here.',
  'now.kind-appeal': 'Appeal',
  'now.kind-poll': 'Decision',
  'now.kind-proposal': 'Proposal',
  'now.kind-thread': 'Discussion',

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
