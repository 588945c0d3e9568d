/** A long discussion in its own sentences. */
export default {
  'summary.title': 'بكلمات أصحابه',
  'summary.what':
    'الجمل التي تقول أكثر مما قيل، من أكبر عدد من المدن المتحدثة هنا. وكل جملة تقود إلى مشاركتها.',
  'summary.to-post': 'إلى المشاركة',
} as const;
