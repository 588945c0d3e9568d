/** The first page of a forum: what goes on, and what is new. */
export default {
  'now.running': 'جلسة منعقدة الآن',
  'now.next': 'التالي',
  'now.program': 'البرنامج كاملًا',
  'now.quiet': 'لا توجد جلسة منعقدة الآن',
  'now.quiet-text': 'حالما تبدأ جلسة أو تصويت سترونه هنا.',
  'now.news': 'آخر الأخبار',
  'now.no-news': 'لا جديد بعد',
  'now.no-news-text': 'ستظهر هنا النقاشات والمقترحات والقرارات.',
  'now.kind-appeal': 'النداء',
  'now.kind-poll': 'قرار',
  'now.kind-proposal': 'مقترح',
  'now.kind-thread': 'نقاش',
} as const;
