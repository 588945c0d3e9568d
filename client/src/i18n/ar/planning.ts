/** What moderators prepare: sessions. */
export default {
  'sessions.add': 'إضافة جلسة',
  'sessions.edit': 'تعديل الجلسة',
  'sessions.title': 'عنوان الجلسة',
  'sessions.kind': 'النوع',
  'sessions.place': 'المكان',
  'sessions.startsAt': 'البداية',
  'sessions.endsAt': 'النهاية',
  'sessions.zone': 'حسب توقيت هذا الجهاز ({{zone}}).',
  'sessions.empty': 'لا توجد جلسات بعد',
  'sessions.empty-text': 'جلسات عامة وورشات وحفلات وزيارات: أضيفوها بأي ترتيب شئتم.',
  'sessions.start': 'افتتاح الجلسة',
  'sessions.end': 'رفع الجلسة',
  'sessions.end-sure': 'هل تريدون رفع جلسة «{{name}}»؟',
  'sessions.end-text': 'لا تُستأنف الجلسة بعد رفعها، ولا يُفتح فيها أي تصويت.',

  'error.session.dates': 'يجب أن تكون نهاية الجلسة بعد بدايتها.',
  'error.session.state': 'تغيّر وضع الجلسة. هذه هي حالتها الآن.',
} as const;
