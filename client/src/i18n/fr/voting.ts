/** Votes: on the stage, on the phone, their result. */
export const voting = {
  'poll.banner': 'Vote en cours :',
  'poll.go-vote': 'Voter',
  'poll.go-follow': 'Suivre le vote',
} as const;
