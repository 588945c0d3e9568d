/** The programme and its sessions. */
export const program = {
  'program.add': 'Add a session',
  'program.empty': 'The programme is not published yet',
  'program.empty-text': 'Sessions will appear here, day by day.',
  'session.start': 'Start the session',
  'session.end': 'End the session',
  'session.end-title': 'End the session?',
  'session.end-text': 'A session that has ended is not begun again. Another can be planned.',
  'session.edit': 'Edit the session',
  'session.kind': 'Kind',
  'session.title': 'Title',
  'session.title-in': 'Title ({{language}})',
  'session.place': 'Place',
  'session.starts': 'Begins',
  'session.ends': 'Ends',
} as const;
