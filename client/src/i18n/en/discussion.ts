/** Threads of discussion and their posts. */
export default {
  'thread.body': 'Your post',
  'thread.read-only': 'You are reading this discussion. To take part in it, join the forum.',
  'post.reply': 'Reply',
  'post.reply-to': 'Reply to {{name}}',
  'post.reply-label': 'Your reply',
  'post.say': 'Take part in the discussion',
  'post.send': 'Publish',
  'post.sent': 'Your post is published.',
  'post.edit': 'Edit',
  'post.edit-label': 'Your post',
  'post.saved': 'Your post is changed.',
  'post.support': '{{count, number}} in favour',
  'post.opposition': '{{count, number}} against',
  'post.replies_one': '{{count, number}} reply',
  'post.replies_other': '{{count, number}} replies',
  'post.current': 'Current version',

  'error.post.empty': 'Write something before sending.',
} as const;
