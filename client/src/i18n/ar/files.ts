/** ملفات المقترح: قراءتها وإرفاقها وحذفها. */
export default {
  'files.title': 'الملفات المرفقة',
  'files.sum': 'البصمة (SHA-256)',
  'files.add': 'إرفاق ملفات',
  'files.hint':
    'يمكن إرفاق {{files}} ملفات كحد أقصى، حجم كل منها لا يتجاوز {{size}}: PDF وصور ووثائق وجداول وعروض ونصوص.',
  'files.full': 'عدد الملفات {{files}}. احذف واحدًا منها لإرفاق آخر.',
  'files.remove': 'حذف',
  'files.remove-named': 'حذف {{name}}',
  'files.remove-title': 'حذف هذا الملف؟',
  'files.remove-text': 'سيُحذف {{name}} من المقترح نهائيًا.',
  'files.removed': 'حُذف الملف',
  'files.added': 'أُرفق {{name}}',
  'files.cancel-named': 'عدم إرسال {{name}}',
  'files.retry-named': 'إعادة إرسال {{name}}',
  'error.attachment.type':
    'لا يمكن إرفاق هذا النوع من الملفات، أو أن محتواه ليس كما يقول اسمه. الوثائق التي فيها وحدات ماكرو غير مقبولة.',
  'error.attachment.too-many': 'بلغ المقترح الحد الأقصى من الملفات. احذف واحدًا منها أولًا.',
  'error.attachment.no-room':
    'بلغ ما أرفقتَه الحد المسموح به لشخص واحد في هذا المنتدى. احذف ملفات لم تعد لازمة.',
} as const;
