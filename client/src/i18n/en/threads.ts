/** The list of discussions, and opening one. */
export default {
  'threads.new': 'Open a discussion',
  'threads.search': 'Search the discussions',
  'threads.empty': 'No discussions yet',
  'threads.empty-text': 'Ask a question, tell of an experience of your city.',
  'thread.title': 'Subject',
  'thread.open': 'Open the discussion',
  'thread.active': 'Last post {{when}}',
} as const;
