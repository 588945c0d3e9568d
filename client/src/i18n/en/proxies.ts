/** Proxies given and held. */
export default {
  'proxies.what':
    'If you cannot be there, another delegate can vote for you in the votes that allow it, until you revoke the proxy. One person holds {{max, number}} at most.',
  'proxies.given': 'Your proxy',
  'proxies.none-given': 'You have given no proxy: you vote yourself.',
  'proxies.held': 'Proxies that you are asked to hold',
  'proxies.none-held': 'Nobody has asked you to vote for them.',
  'proxies.all': 'All proxies of the forum',
  'proxies.none': 'There are no proxies.',
  'proxies.give': 'Give your proxy',
  'proxies.search': 'Search for a delegate',
  'proxies.give-to': 'Give the proxy to {{name}}',
  'proxies.give-title': 'Give your proxy to {{name}}?',
  'proxies.give-text':
    'Once it is accepted, {{name}} votes for you in each vote that opens from then on and allows proxies, and you do not.',
  'proxies.holder': 'Votes for you: {{name}}',
  'proxies.asked': 'Asked: {{name}}',
  'proxies.principal': 'For {{name}}',
  'proxies.pair': '{{principal}} by {{holder}}',
  'proxies.accept': 'Accept',
  'proxies.decline': 'Decline',
  'proxies.revoke': 'Revoke',
  'proxies.revoke-title': 'Revoke this proxy?',
  'proxies.revoke-text':
    'It no longer holds for votes that open from now on. In a vote that is open already, it stays.',
  'proxies.not-seated': 'Proxies are for those who take part in this forum.',

  'proxy.state.offered': 'Offered',
  'proxy.state.accepted': 'Accepted',
  'proxy.state.declined': 'Declined',
  'proxy.state.revoked': 'Revoked',

  'error.proxy.holder': 'This person cannot vote for you: choose another delegate who is taking part.',
  'error.proxy.given': 'There is a proxy of yours already. Revoke it first.',
  'error.proxy.limit': 'This person holds as many proxies as one person may. Choose somebody else.',
  'error.proxy.state': 'This proxy has moved on. This is its current state.',
} as const;
