/** Amendments to the clauses of the appeal: suggesting, reading, deciding, putting to the vote. */
export default {
  'reviewing.what-for':
    'Everybody who may speak suggests changes to clauses here. Moderators accept or reject them, or put them to the vote.',
  'reviewing.closed':
    'Amendments are taken while the draft is in review. What was suggested stays here, with what became of it.',
  'reviewing.about':
    'Write each clause as it should read, in the language in which it was written; the others follow. Everybody sees your amendment once it is submitted.',
  'reviewing.drafts': 'Your drafts',
  'reviewing.change': 'Change {{number, number}}',
  'reviewing.another': 'One more change',
  'reviewing.leave-out': 'Leave this change out',
  'reviewing.what': 'What should be done',
  'reviewing.kind-replace': 'Word a clause otherwise',
  'reviewing.kind-insert': 'Put in a new clause',
  'reviewing.kind-delete': 'Take a clause out',
  'reviewing.clause': 'Clause',
  'reviewing.behind': 'Behind which clause',
  'reviewing.beginning': 'At the very beginning',
  'reviewing.words': 'The clause as it should read',
  'reviewing.new-words': 'The new clause',
  'reviewing.lang': 'Language of new clauses',
  'reviewing.so': 'What changes:',
  'reviewing.moved': 'The clause was changed while you were writing. What you typed is below, untouched.',
  'reviewing.gone': 'The clause was taken out of the text. Choose another one, or leave this change out.',
  'reviewing.bring': 'Bring my change into the new words',
  'reviewing.a-clause': 'A clause that is not in the text any more',
  'reviewing.does-replace': '{{clause}}: other words',
  'reviewing.does-delete': '{{clause}}: taken out',
  'reviewing.does-insert': 'A new clause behind: {{clause}}',
  'reviewing.does-insert-first': 'A new clause at the beginning',
  'reviewing.does-insert-next': 'And behind it another one',
  'reviewing.says-so-already': 'The text says so already.',
  'reviewing.needs-author-text':
    'The clause was changed in the same words. Until its author has settled this, it cannot be accepted or voted on.',
  'reviewing.about-draft': 'A draft: only you see it. Submit it when it is ready.',
  'reviewing.about-voted': 'A vote on it is prepared: it stands still until its result.',
  'reviewing.about-accepted': 'Accepted: it is in the text.',
  'reviewing.about-modified': 'Accepted with other words: these are in the text.',
  'reviewing.about-adopted': 'The forum adopted it: it is in the text.',
  'reviewing.about-rejected': 'It was rejected.',
  'reviewing.about-fallen': 'It fell with the adoption of another one.',
  'reviewing.about-withdrawn': 'Its author withdrew it.',
  'reviewing.accept-text':
    'It goes into the text at once. Whoever stands for another language of these clauses is asked again.',
  'reviewing.accept-otherwise-text':
    'Write it as you would take it. What was asked for stays readable beside it.',
  'reviewing.reject-text': 'Its author and everybody else read the reason.',
  'reviewing.withdraw-text': 'This cannot be taken back.',
  'reviewing.order-text':
    'By rule: what goes furthest from the text is voted on first, so that one can still vote for less. The chair cannot arrange it otherwise.',
  'reviewing.votes-hint':
    'All of them on the same terms, in the order above. Each is opened on its own page, in its turn.',
  'reviewing.collide-words_one':
    '{{count, number}} amendment changes the same words of {{clause}}: {{names}}',
  'reviewing.collide-words_other': 'These {{count, number}} change the same words of {{clause}}: {{names}}',
  'reviewing.collide-deletes_one': '{{count, number}} amendment takes {{clause}} out: {{names}}',
  'reviewing.collide-deletes_other':
    'Of these {{count, number}} at least one takes {{clause}} out while others change it: {{names}}',
  'reviewing.collide-place_one': '{{count, number}} amendment puts a clause behind {{clause}}: {{names}}',
  'reviewing.collide-place_other':
    'These {{count, number}} put different clauses behind {{clause}}: {{names}}',
  'reviewing.collide-first_one': '{{count, number}} amendment puts a clause at the beginning: {{names}}',
  'reviewing.collide-first_other':
    'These {{count, number}} put different clauses at the beginning: {{names}}',
  'reviewing.to-vote': 'To the vote',
  'error.clause-amendment.too-many': 'You have fifty open amendments. Withdraw some, or wait for a decision.',
} as const;
