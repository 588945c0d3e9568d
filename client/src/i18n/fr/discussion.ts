/** Les fils de discussion et leurs messages. */
export default {
  'thread.body': 'Votre message',
  'thread.read-only': 'Vous lisez cette discussion. Pour y prendre part, rejoignez le forum.',
  'post.reply': 'Répondre',
  'post.reply-to': 'Répondre à {{name}}',
  'post.reply-label': 'Votre réponse',
  'post.say': 'Prendre part à la discussion',
  'post.send': 'Publier',
  'post.sent': 'Votre message est publié.',
  'post.edit': 'Modifier',
  'post.edit-label': 'Votre message',
  'post.saved': 'Votre message est modifié.',
  'post.support': '{{count, number}} pour',
  'post.opposition': '{{count, number}} contre',
  'post.replies_one': '{{count, number}} réponse',
  'post.replies_many': '{{count, number}} de réponses',
  'post.replies_other': '{{count, number}} réponses',
  'post.current': 'Version actuelle',

  'error.post.empty': 'Écrivez quelque chose avant d’envoyer.',
} as const;
