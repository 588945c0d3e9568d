import { isolated } from '../../../kernel/localized.js';
import type { ClauseChange } from '../release.format.js';
import type { Words } from './words.js';

/** One, two, few (3 to 10), many (11 to 99), other: Arabic counts in five ways. */
export function counted(n: number, forms: readonly [string, string, string, string, string]): string {
  const rest = n % 100;
  if (n === 1) return forms[0];
  if (n === 2) return forms[1];
  if (rest >= 3 && rest <= 10) return `${n} ${forms[2]}`;
  return rest >= 11 ? `${n} ${forms[3]}` : `${n} ${forms[4]}`;
}

const CHANGES: Readonly<Record<ClauseChange['change'], (clause: string) => string>> = {
  added: (c) => `البند ${c}: أُضيف`,
  changed: (c) => `البند ${c}: عُدّل`,
  removed: (c) => `البند ${c} من النشرة السابقة: حُذف`,
};

export const ARABIC: Words = {
  name: 'العربية',
  languages: 'اللغات',
  skip: 'الانتقال إلى النص',
  preamble: 'الديباجة',
  otherMatters: 'مواضيع أخرى',
  closing: 'المتابعة',
  published: (date) => `نُشر في ${date}`,
  draft: 'مشروع لم يُنشر بعد',
  sample: 'مثال: هذا المنتدى لتجربة نداء، ومساهماته مختلقة.',
  whence: (n) => `من أين جاء هذا: ${counted(n, ['مصدر واحد', 'مصدران', 'مصادر', 'مصدرًا', 'مصدر'])}`,
  more: (n) => `و${counted(n, ['مصدر آخر', 'مصدران آخران', 'مصادر أخرى', 'مصدرًا آخر', 'مصدر آخر'])}`,
  uses: { verbatim: 'منقول حرفيًّا', condensed: 'منقول باختصار', inspired: 'يقول ما يشبهه' },
  proposal: (n) => (n === null ? 'مقترح' : `المقترح ${n}`),
  post: (thread) => `نقاش «${isolated(thread)}»`,
  support: (n) => counted(n, ['مؤيد واحد', 'مؤيدان', 'مؤيدين', 'مؤيدًا', 'مؤيد']),
  behind: ({ support, cities, regions, languages, endorsingCities }) =>
    `وراء هذا البند: ${counted(support, ['تأييد واحد', 'تأييدان', 'تأييدات', 'تأييدًا', 'تأييد'])} (مع أصحاب المساهمات)، ${counted(cities, ['مدينة واحدة', 'مدينتان', 'مدن', 'مدينة', 'مدينة'])}${endorsingCities ? ` (منها باسم المدينة، بلسان رئيس وفدها: ${endorsingCities})` : ''}، ${regions ? `${counted(regions, ['منطقة واحدة من العالم', 'منطقتان من العالم', 'مناطق من العالم', 'منطقة من العالم', 'منطقة من العالم'])}، ` : ''}${counted(languages, ['لغة واحدة', 'لغتان', 'لغات', 'لغة', 'لغة'])}.`,
  editorial: (reason) => `بند تحريري: ${reason}`,
  form: 'الجمل المميزة تربط بين ما قيل: هي صيغ تحريرية لا مصدر لها.',
  untranslated: (language) => `لم يُترجم بعد، وهو هنا بلغة: ${language}`,
  permalink: (number) => `رابط البند ${number}`,
  figures: 'مآل المساهمات',
  contributions: (n) => counted(n, ['مساهمة واحدة', 'مساهمتان', 'مساهمات', 'مساهمة', 'مساهمة']),
  fates: { retained: 'أُخذ بها', merged: 'ضُمّت إلى غيرها', deferred: 'أُجّلت', 'not-retained': 'لم يؤخذ بها' },
  signatures: 'التوقيعات',
  adopted: (date) => `اعتُمد في ${date}`,
  acts: { signed: 'وقّعت', reserved: 'وقّعت مع تحفّظ', abstained: 'امتنعت' },
  signedBy: (name) => `باسم ${name}`,
  confirmed: { passkey: 'أُكّد بمفتاح مرور', code: 'أُكّد برمز مُرسَل' },
  reservation: (cities) => `تحفّظ: ${cities}`,
  onClause: (clause) => `على البند ${clause}:`,
  onRecital: (clause) => `على الحيثية ${clause}:`,
  textHash: 'بصمة النصّ بلغاته الثلاث (SHA-256):',
  discussed: 'ما دار في النقاش',
  discussedWhat:
    'جمل من النقاشات كما كُتبت، من أكبر عدد من المدن التي تكلّمت. وهي منقولة هنا للاطّلاع، وليست جزءًا من النصّ أعلاه.',
  votes: 'التصويت',
  vote: (number, adopted) => `${number}: ${adopted ? 'اعتُمد' : 'رُفض'}`,
  answered: (question, adopted) => `${question} ${adopted ? 'نعم' : 'لا'}`,
  tally: (yes, no, abstain) => `مع: ${yes}، ضد: ${no}، امتناع: ${abstain}`,
  weighted: 'أصوات مرجَّحة',
  take: 'التنزيل والتحقق',
  pdf: 'PDF',
  json: 'البيانات (JSON)',
  zip: 'النشرة المختومة (zip)',
  sourcesCsv: 'المصادر (CSV)',
  check: 'للتحقق من التوقيع والبصمات والأصوات والمصادر:',
  key: 'بصمة المفتاح:',
  superseded: 'صُحّحت هذه النشرة، وحلّ محلها تصحيح.',
  toCorrection: 'قراءة التصحيح',
  correctionOf: 'تصحيح لنشرة سابقة:',
  corrected: (what, clause) => CHANGES[what](clause),
  edited: 'عدّله المحررون',
  written: 'كتبه المحررون',
  draftedAs: 'كان هذا البند في المشروع:',
  missing: 'لا يوجد نداء بهذا العنوان',
  missingHint: 'العنوان خطأ، أو أن النداء لم يُنشر بعد.',
};
