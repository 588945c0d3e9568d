/** The programme and its sessions. */
export const program = {
  'program.add': 'إضافة جلسة',
  'program.empty': 'لم يُنشر البرنامج بعد',
  'program.empty-text': 'ستظهر الجلسات هنا يومًا بيوم.',
  'session.start': 'افتتاح الجلسة',
  'session.end': 'رفع الجلسة',
  'session.end-title': 'هل تريدون رفع الجلسة؟',
  'session.end-text': 'لا تُستأنف الجلسة بعد رفعها، ويمكن برمجة جلسة أخرى.',
  'session.edit': 'تعديل الجلسة',
  'session.kind': 'النوع',
  'session.title': 'العنوان',
  'session.title-in': 'العنوان ({{language}})',
  'session.place': 'المكان',
  'session.starts': 'البداية',
  'session.ends': 'النهاية',
} as const;
