/** The programme and its sessions. */
export default {
  'program.run': 'Run the sessions',
  'program.empty': 'The programme is not published yet',
  'program.empty-text': 'Sessions will appear here, day by day.',
} as const;
