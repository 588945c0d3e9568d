/** Writing the appeal’s text together, its versions and its sources. */
export default {
  'error.document.unfit': 'This change does not fit the text and was not kept.',
  'error.document.incomplete': 'The text has gone on elsewhere. It is being brought up to date.',
  'error.document.replaced': 'The draft was compiled anew. This is its current text.',
  'error.document.full': 'The text has become too long for this change.',
} as const;
