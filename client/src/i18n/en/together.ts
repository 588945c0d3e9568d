/** Writing the appeal’s text together, its versions and its sources. */
export default {
  'together.here': 'Here with you:',
  'together.alone': 'You are alone in the text.',
  'together.opening': 'The text is being opened …',
  'together.reading': 'You can read along; moderators write.',
  'together.saved': 'Everything is saved.',
  'together.saving': 'Saving …',
  'together.offline':
    'No connection. You can go on writing; it will be brought together when the line is back.',
  'together.offline-kept':
    'No connection. What you write is kept on this device and brought together when the line is back, even if you close the page.',
  'together.offline-unsaved':
    'No connection. What you write is kept on this page and brought together when the line is back: do not close it.',
  'together.untaken':
    'This is what you wrote and what the text did not take, as it stood on your screen. Copy what you need.',
  'together.copy-untaken': 'Copy these words',
  'together.give-up': 'I no longer need them',
  'together.more_one': 'and {{count}} more',
  'together.more_other': 'and {{count}} more',
  'together.begin-again': 'Take the current text',
  'together.text-in': 'Text of the appeal: {{language}}',
  'together.held':
    '{{name}} is writing in this clause. Wait a moment before you split, join, move or delete it.',
  'together.too-long': 'A clause holds up to 4,000 characters in each language.',
  'together.clause': 'The clause at hand',
  'together.choose': 'Put the caret into a clause: what it rests on is shown here.',
  'together.no-words': 'As soon as the clause has words, it can be given sources.',
  'together.contributions': 'Contributions',
  'together.contributions-hint': 'Choose a passage, or drag it onto a clause.',
  'together.add': 'Add a clause below',
  'together.split': 'Split at the caret',
  'together.join': 'Join with the previous one',
  'together.keys':
    'Keys: Ctrl+Enter splits, Backspace at the beginning joins, Alt+↑ and Alt+↓ move, Ctrl+Z undoes.',
  'together.writes': '{{name}} is writing',
  'versions.name': 'Name of the version',
  'versions.name-hint': 'For example: after the first reading',
  'versions.keep': 'Keep the text as a version',
  'versions.none': 'No versions yet',
  'versions.none-text':
    'A version keeps the text as it stands, under a name, so that it can be compared and brought back.',
  'versions.restored': 'brought back from {{number}}',
  'versions.restore': 'Bring this version back',
  'versions.restore-sure': 'Bring back “{{name}}”?',
  'versions.restore-text':
    'The text becomes what it was then, as a further version. Nothing that was written since is erased from the history: keep it as a version first if you want to return to it.',

  'error.document.unfit': 'This change does not fit the text and was not kept.',
  'error.document.incomplete': 'The text has gone on elsewhere. It is being brought up to date.',
  'error.document.replaced': 'The text was made anew on the server. This is how it stands.',
  'error.document.full': 'The text has become too long for this change.',
} as const;
