/** The programme and its sessions. */
export default {
  'program.run': 'تسيير الجلسات',
  'program.empty': 'لم يُنشر البرنامج بعد',
  'program.empty-text': 'ستظهر الجلسات هنا يومًا بيوم.',
} as const;
