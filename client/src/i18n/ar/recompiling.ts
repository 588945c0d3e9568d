/** What a new compile suggests on clauses that people have worked on. */
export default {
  'suggestions.what':
    'أبقت الصياغة الجديدة كل شيء كما تركتموه. وهنا لديها غير ما لديكم في بند عملتم عليه: بتّوا في كل واحد قبل النشر.',
  'suggestions.none': 'لا اقتراح',
  'suggestions.is-changed': 'عدّلتم هذا البند، وصارت المساهمات تقوله بكلمات أخرى.',
  'suggestions.is-gone': 'عدّلتم هذا البند، ولم يعد في الصياغة: لم تعد المساهمات تحمله.',
  'suggestions.is-back': 'حذفتم هذا البند، وصارت المساهمات تقوله بكلمات أخرى.',
  'suggestions.place': 'في مشروعكم: {{ours}}. في الصياغة: {{theirs}}.',
  'suggestions.ours': 'مشروعكم',
  'suggestions.theirs': 'الصياغة الجديدة',
  'suggestions.together': 'التعديلان معًا',
  'suggestions.not-there': 'البند غير موجود هنا.',
  'suggestions.keep-changed': 'الإبقاء على كلماتكم',
  'suggestions.keep-gone': 'الإبقاء على البند',
  'suggestions.keep-back': 'تركه خارج النص',
  'suggestions.take-changed': 'أخذ كلمات الصياغة',
  'suggestions.take-gone': 'حذف البند',
  'suggestions.take-back': 'استعادة البند',
  'suggestions.both': 'إجراء التعديلين معًا',
} as const;
