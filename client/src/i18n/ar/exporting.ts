/** المقترح وتعديلاته في ملفّات تُحفظ. */
export default {
  'exporting.title': 'تصدير',
  'exporting.pdf': 'PDF',
  'exporting.pdf-hint': 'النصّ بأسطر مرقّمة، ثمّ كلّ تعديل مع سببه.',
  'exporting.synopsis': 'جدول التعديلات (PDF)',
  'exporting.synopsis-hint': 'كلّ فقرة بجانب التعديلات عليها، على صفحة أفقية.',
  'exporting.word': 'Word (DOCX)',
  'exporting.word-hint': 'التعديلات على شكل تغييرات متعقَّبة، تُقبل أو تُرفض.',
  'exporting.data': 'بيانات (JSON)',
  'exporting.data-hint': 'كلّ شيء للبرامج: النسخ وأثر كلّ تعديل والتأييدات والترتيب والتعارضات.',
} as const;
