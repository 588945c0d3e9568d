/** A proposal with its amendments, to take along. */
export default {
  'exporting.title': 'Export',
  'exporting.pdf': 'PDF',
  'exporting.pdf-hint': 'The text with its lines numbered, then each amendment with its reason.',
  'exporting.synopsis': 'Synopsis (PDF)',
  'exporting.synopsis-hint': 'Each paragraph beside the amendments to it, in landscape.',
  'exporting.word': 'Word (DOCX)',
  'exporting.word-hint': 'Amendments as tracked changes, to be accepted or rejected.',
  'exporting.data': 'Data (JSON)',
  'exporting.data-hint': 'Everything, for programs: versions, traces, endorsements, order, collisions.',
} as const;
