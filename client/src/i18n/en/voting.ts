/** Votes: on the stage, on the phone, their result. */
export const voting = {
  'poll.banner': 'Vote in progress:',
  'poll.go-vote': 'Vote',
  'poll.go-follow': 'Follow the vote',
} as const;
