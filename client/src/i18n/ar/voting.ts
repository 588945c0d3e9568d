/** Votes: on the stage, on the phone, their result. */
export const voting = {
  'poll.banner': 'تصويت جارٍ:',
  'poll.go-vote': 'التصويت',
  'poll.go-follow': 'متابعة التصويت',
} as const;
