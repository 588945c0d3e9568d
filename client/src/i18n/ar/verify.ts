/** The page that checks a release in the reader’s browser. What it finds is worded by the check itself. */
export default {
  'verify.title': 'التحقق من نشرة',
  'verify.what':
    'يُتحقق من نشرة نداء أو من محضر تصويت من ملفاتها وحدها: التوقيع والبصمات، وإعادة عدّ كل تصويت، ووجود كل اقتباس في مساهمته، وإعادة صياغة المشروع.',
  'verify.local': 'يجري هذا في متصفحكم. ما تختارونه لا يغادر جهازكم.',
  'verify.key': 'المفتاح أو البصمة التي تثقون بها',
  'verify.key-hint': 'يعطيها الناشر في مكان آخر: على الورق أو في موقعه أو في القاعة.',
  'verify.choose': 'ما يُتحقق منه',
  'verify.file': 'اختيار ملف zip أو محضر',
  'verify.folder': 'اختيار مجلد',
  'verify.from-site': 'أخذ نشرة هذا الخادم',
  'verify.checking': 'التحقق جارٍ. النداء الطويل يستغرق بضع ثوانٍ.',
  'verify.failed': 'تعذّر التحقق في هذا المتصفح.',
  'verify.no-release': 'هذا ليس نشرة ولا محضر تصويت.',
  'verify.of-release': 'نشرة النداء {{slug}}',
  'verify.of-record': 'محضر تصويت',
  'verify.holds': 'كل شيء صحيح.',
  'verify.holds-not': 'ليس صحيحًا.',
  'verify.faults': 'ما ليس صحيحًا',
  'verify.found': 'ما هو صحيح',
  'verify.unknown-key': 'هذا المفتاح غير معروف لديكم. قارنوا هذه البصمة بما يعطيه الناشر في مكان آخر:',
} as const;
