/** Proxies given and held. */
export default {
  'proxies.what':
    'إذا تعذّر حضوركم، يستطيع عضو وفد آخر التصويت عنكم في التصويتات التي تسمح بذلك، إلى أن تسحبوا التوكيل. أقصى ما يحمله الشخص الواحد: {{max, number}}.',
  'proxies.given': 'توكيلكم',
  'proxies.none-given': 'لم تعطوا توكيلًا: تصوّتون بأنفسكم.',
  'proxies.held': 'توكيلات طُلب منكم حملها',
  'proxies.none-held': 'لم يطلب منكم أحد التصويت عنه.',
  'proxies.all': 'جميع توكيلات المنتدى',
  'proxies.none': 'لا توجد توكيلات.',
  'proxies.give': 'إعطاء توكيل',
  'proxies.search': 'البحث عن عضو وفد',
  'proxies.give-to': 'توكيل {{name}}',
  'proxies.give-title': 'هل تريدون توكيل {{name}}؟',
  'proxies.give-text':
    'متى قُبل التوكيل صوّت {{name}} عنكم في كل تصويت يُفتح بعد ذلك ويسمح بالتوكيل، ولا تصوّتون فيه أنتم.',
  'proxies.holder': 'المصوّت عنكم: {{name}}',
  'proxies.asked': 'طُلب من: {{name}}',
  'proxies.principal': 'عن {{name}}',
  'proxies.pair': '{{principal}}، والوكيل {{holder}}',
  'proxies.accept': 'قبول',
  'proxies.decline': 'رفض',
  'proxies.revoke': 'سحب',
  'proxies.revoke-title': 'هل تريدون سحب هذا التوكيل؟',
  'proxies.revoke-text': 'لا يسري على التصويتات التي تُفتح بعد الآن. ويبقى ساريًا في تصويت مفتوح من قبل.',
  'proxies.not-seated': 'التوكيلات للمشاركين في هذا المنتدى.',

  'proxy.state.offered': 'معروض',
  'proxy.state.accepted': 'مقبول',
  'proxy.state.declined': 'مرفوض',
  'proxy.state.revoked': 'مسحوب',

  'error.proxy.holder': 'لا يمكن لهذا الشخص التصويت عنكم: اختاروا عضوًا آخر من أعضاء الوفود المشاركين.',
  'error.proxy.given': 'سبق أن أعطيتم توكيلًا. اسحبوه أولًا.',
  'error.proxy.limit': 'يحمل هذا الشخص أقصى ما يُسمح به من توكيلات. اختاروا غيره.',
  'error.proxy.state': 'تغيّر وضع هذا التوكيل. هذه هي حالته الآن.',
} as const;
