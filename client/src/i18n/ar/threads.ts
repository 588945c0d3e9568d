/** The list of discussions, and opening one. */
export default {
  'threads.new': 'فتح نقاش',
  'threads.search': 'البحث في النقاشات',
  'threads.empty': 'لا توجد نقاشات بعد',
  'threads.empty-text': 'اطرحوا سؤالًا، أو حدّثونا عن تجربة من مدينتكم.',
  'thread.title': 'الموضوع',
  'thread.open': 'فتح النقاش',
  'thread.active': 'آخر مداخلة {{when}}',
} as const;
