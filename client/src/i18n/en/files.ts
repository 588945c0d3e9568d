/** Files that belong to a proposal: reading, adding and removing them. */
export default {
  'files.title': 'Attached files',
  'files.sum': 'Checksum (SHA-256)',
  'files.add': 'Attach files',
  'files.hint':
    'Up to {{files}} files of at most {{size}} each: PDF, pictures, documents, tables, presentations, text.',
  'files.full': 'There are {{files}} files. Remove one to attach another.',
  'files.remove': 'Remove',
  'files.remove-named': 'Remove {{name}}',
  'files.remove-title': 'Remove this file?',
  'files.remove-text': '{{name}} is taken from the proposal for good.',
  'files.removed': 'The file was removed',
  'files.added': '{{name}} is attached',
  'files.cancel-named': 'Do not send {{name}}',
  'files.retry-named': 'Send {{name}} again',
  'error.attachment.type':
    'This kind of file cannot be attached, or its content is not what its name says. Documents with macros are not taken.',
  'error.attachment.too-many': 'The proposal has as many files as it can have. Remove one first.',
  'error.attachment.no-room':
    'You have attached as much as one person may in this forum. Remove files that are no longer needed.',
} as const;
