/** What moderators prepare: sessions. */
export default {
  'sessions.add': 'Add a session',
  'sessions.edit': 'Change the session',
  'sessions.title': 'Title of the session',
  'sessions.kind': 'Kind',
  'sessions.place': 'Place',
  'sessions.startsAt': 'Begins',
  'sessions.endsAt': 'Ends',
  'sessions.zone': 'Times of this device ({{zone}}).',
  'sessions.empty': 'No sessions yet',
  'sessions.empty-text': 'Plenaries, workshops, ceremonies and visits: add them in any order.',
  'sessions.start': 'Start',
  'sessions.end': 'End the session',
  'sessions.end-sure': 'End the session “{{name}}”?',
  'sessions.end-text': 'A session that has ended does not resume, and no more votes can be opened in it.',

  'error.session.dates': 'The session must end after it begins.',
  'error.session.state': 'The session has moved on. This is its current state.',
} as const;
