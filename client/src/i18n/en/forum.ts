/** The front page and the forums. */
export default {
  'forums.title': 'Forums',
  'forums.what': 'Cities deliberate, and their voice carries.',
  'forums.what-text':
    'Nidaa takes an international forum of cities from its first contribution to its published declaration. Delegations discuss, propose and vote in Arabic, French and English. Every sentence of the published appeal leads back to the contributions and the votes behind it.',
  'forums.empty': 'No forums yet',
  'forums.empty-text': 'The first forum will appear here as soon as somebody creates it.',
  'forums.new': 'Create a forum',
  'forums.mine': 'You take part: {{role}}',
} as const;
