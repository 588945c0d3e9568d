/** ذكر الأشخاص والوفود في مشاركة. */
export default {
  'mention.list': 'أشخاص ووفود',
  'mention.delegation': 'وفد',
  'mention.found_zero': 'لا أحد بهذا الاسم',
  'mention.found_one': 'نتيجة واحدة: اختر بالأسهم وأدرج بمفتاح الإدخال',
  'mention.found_two': 'نتيجتان: اختر بالأسهم وأدرج بمفتاح الإدخال',
  'mention.found_few': '{{count, number}} نتائج: اختر بالأسهم وأدرج بمفتاح الإدخال',
  'mention.found_many': '{{count, number}} نتيجة: اختر بالأسهم وأدرج بمفتاح الإدخال',
  'mention.found_other': '{{count, number}} نتيجة: اختر بالأسهم وأدرج بمفتاح الإدخال',
  'error.mention.unknown': 'أحد من ذكرتَهم لم يعد في هذا المنتدى.',
  'error.mention.too-many': 'يمكنك ذكر عشرين شخصًا على الأكثر في مشاركة واحدة.',
} as const;
