/** Proxies given and held. */
export default {
  'proxies.what':
    'Si vous ne pouvez pas être là, quelqu’un d’autre d’une délégation peut voter pour vous dans les votes qui l’admettent, jusqu’à ce que vous retiriez la procuration. Une personne en détient {{max, number}} au plus.',
  'proxies.given': 'Votre procuration',
  'proxies.none-given': 'Vous n’avez pas donné de procuration : vous votez vous-même.',
  'proxies.held': 'Procurations qu’on vous demande de détenir',
  'proxies.none-held': 'Personne ne vous a demandé de voter à sa place.',
  'proxies.all': 'Toutes les procurations du forum',
  'proxies.none': 'Il n’y a pas de procuration.',
  'proxies.give': 'Donner procuration',
  'proxies.search': 'Chercher un membre d’une délégation',
  'proxies.give-to': 'Donner procuration à {{name}}',
  'proxies.give-title': 'Donner procuration à {{name}} ?',
  'proxies.give-text':
    'Une fois la procuration acceptée, {{name}} vote pour vous dans chaque vote qui s’ouvre dès lors et qui admet les procurations, et vous n’y votez pas.',
  'proxies.holder': 'Vote pour vous : {{name}}',
  'proxies.asked': 'Sollicitation : {{name}}',
  'proxies.principal': 'Pour {{name}}',
  'proxies.pair': '{{principal}} par {{holder}}',
  'proxies.accept': 'Accepter',
  'proxies.decline': 'Refuser',
  'proxies.revoke': 'Retirer',
  'proxies.revoke-title': 'Retirer cette procuration ?',
  'proxies.revoke-text':
    'Elle ne vaut plus pour les votes qui s’ouvrent dès lors. Dans un vote déjà ouvert, elle demeure.',
  'proxies.not-seated': 'Les procurations sont pour ceux qui participent à ce forum.',

  'proxy.state.offered': 'Proposée',
  'proxy.state.accepted': 'Acceptée',
  'proxy.state.declined': 'Refusée',
  'proxy.state.revoked': 'Retirée',

  'error.proxy.holder':
    'Cette personne ne peut pas voter pour vous : choisissez quelqu’un d’autre qui participe comme membre d’une délégation.',
  'error.proxy.given': 'Vous avez déjà donné une procuration. Retirez-la d’abord.',
  'error.proxy.limit':
    'Cette personne détient déjà autant de procurations qu’une personne le peut. Choisissez quelqu’un d’autre.',
  'error.proxy.state': 'Cette procuration n’en est plus là. Voici son état actuel.',
} as const;
