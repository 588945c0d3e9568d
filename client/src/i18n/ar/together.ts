/** كتابة نص النداء معًا، ونسخه ومصادره. */
export default {
  'error.document.unfit': 'هذا التغيير لا يلائم النص ولم يُحفظ.',
  'error.document.incomplete': 'تقدّم النص في مكان آخر، ويجري تحديثه الآن.',
  'error.document.replaced': 'أُعيد تجميع المسودة. هذا نصها الحالي.',
  'error.document.full': 'صار النص أطول من أن يتسع لهذا التغيير.',
} as const;
