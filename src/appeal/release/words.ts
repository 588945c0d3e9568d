import type { Lang } from '../../kernel/localized.js';
import type { Fate, SourceUse } from '../appeal.contract.js';
import type { Score } from '../compile/draft.js';

/** What the pages and the PDF say around an appeal, in one language. */
export interface Words {
  /** The language's own name. */
  readonly name: string;
  readonly languages: string;
  readonly skip: string;
  readonly preamble: string;
  readonly otherMatters: string;
  /** Heading of the sentence with which an appeal ends. */
  readonly closing: string;
  readonly published: (date: string) => string;
  readonly draft: string;
  readonly sample: string;
  /** Opens the sources of a clause; counts them. */
  readonly whence: (count: number) => string;
  readonly more: (count: number) => string;
  readonly uses: Readonly<Record<SourceUse, string>>;
  readonly proposal: (number: number | null) => string;
  readonly post: (thread: string) => string;
  readonly support: (people: number) => string;
  /** Who endorses two of the contributions counts in both: a bundle knows nobody by name. */
  readonly behind: (score: Score) => string;
  readonly editorial: (reason: string) => string;
  readonly form: string;
  readonly untranslated: (language: string) => string;
  readonly permalink: (number: string) => string;
  readonly figures: string;
  readonly contributions: (total: number) => string;
  readonly fates: Readonly<Record<Fate, string>>;
  readonly cities: string;
  /** Headings: the city, its contributions, those used, the clauses that rest on them. */
  readonly cityColumns: readonly [string, string, string, string];
  readonly votes: string;
  readonly vote: (number: string, adopted: boolean) => string;
  readonly take: string;
  readonly pdf: string;
  readonly json: string;
  readonly zip: string;
  readonly sourcesCsv: string;
  readonly check: string;
  readonly key: string;
  readonly missing: string;
  readonly missingHint: string;
}

const count = (n: number): string => String(n);

/** One, two, few (3 to 10), many (11 to 99), other: Arabic counts in five ways. */
function arabic(n: number, forms: readonly [string, string, string, string, string]): string {
  const rest = n % 100;
  if (n === 1) return forms[0];
  if (n === 2) return forms[1];
  if (rest >= 3 && rest <= 10) return `${count(n)} ${forms[2]}`;
  return rest >= 11 ? `${count(n)} ${forms[3]}` : `${count(n)} ${forms[4]}`;
}

const french = (n: number, one: string, more: string): string => `${count(n)} ${n < 2 ? one : more}`;
const english = (n: number, one: string, more: string): string => `${count(n)} ${n === 1 ? one : more}`;

const FRENCH: Words = {
  name: 'français',
  languages: 'Langues',
  skip: 'Aller au texte',
  preamble: 'Préambule',
  otherMatters: 'Autres sujets',
  closing: 'Suites',
  published: (date) => `Publié le ${date}`,
  draft: 'Projet, pas encore publié',
  sample: 'Exemple : ce forum sert à essayer Nidaa, ses contributions sont inventées.',
  whence: (n) => `D’où cela vient : ${french(n, 'source', 'sources')}`,
  more: (n) => `et ${french(n, 'autre source', 'autres sources')}`,
  uses: { verbatim: 'repris mot pour mot', condensed: 'repris en abrégé', inspired: 'dit la même chose' },
  proposal: (n) => (n === null ? 'Proposition' : `Proposition ${n}`),
  post: (thread) => `Débat « ${thread} »`,
  support: (n) => french(n, 'soutien', 'soutiens'),
  behind: ({ support, cities, regions, languages }) =>
    `${french(support, 'soutien', 'soutiens')} (auteurs compris), ${french(cities, 'ville', 'villes')}, ${regions ? `${french(regions, 'région du monde', 'régions du monde')}, ` : ''}${french(languages, 'langue', 'langues')} derrière cette clause.`,
  editorial: (reason) => `Clause de la rédaction : ${reason}`,
  form: 'Les phrases en italique relient ce qui a été dit : ce sont des formules, sans source.',
  untranslated: (language) => `Pas encore traduit, donné en ${language}`,
  permalink: (number) => `Lien vers la clause ${number}`,
  figures: 'Ce que sont devenues les contributions',
  contributions: (n) => french(n, 'contribution', 'contributions'),
  fates: {
    retained: 'retenues',
    merged: 'réunies à d’autres',
    deferred: 'reportées',
    'not-retained': 'non retenues',
  },
  cities: 'Villes participantes',
  cityColumns: ['Ville', 'Contributions', 'Reprises', 'Clauses'],
  votes: 'Votes',
  vote: (number, adopted) => `${number} : ${adopted ? 'adoptée' : 'rejetée'}`,
  take: 'Télécharger et vérifier',
  pdf: 'PDF',
  json: 'Données (JSON)',
  zip: 'Publication scellée (zip)',
  sourcesCsv: 'Sources (CSV)',
  check: 'Pour vérifier les signatures, les sommes, les votes et les sources :',
  key: 'Empreinte de la clé :',
  missing: 'Cet appel n’existe pas',
  missingHint: 'L’adresse est fausse, ou l’appel n’est pas encore publié.',
};

const ENGLISH: Words = {
  name: 'English',
  languages: 'Languages',
  skip: 'Skip to the text',
  preamble: 'Preamble',
  otherMatters: 'Other matters',
  closing: 'What follows',
  published: (date) => `Published on ${date}`,
  draft: 'Draft, not yet published',
  sample: 'Sample: this forum is for trying out Nidaa, its contributions are invented.',
  whence: (n) => `Where this comes from: ${english(n, 'source', 'sources')}`,
  more: (n) => `and ${english(n, 'more source', 'more sources')}`,
  uses: { verbatim: 'word for word', condensed: 'shortened', inspired: 'says the like' },
  proposal: (n) => (n === null ? 'Proposal' : `Proposal ${n}`),
  post: (thread) => `Discussion “${thread}”`,
  support: (n) => english(n, 'supporter', 'supporters'),
  behind: ({ support, cities, regions, languages }) =>
    `${english(support, 'expression', 'expressions')} of support (authors included), ${english(cities, 'city', 'cities')}${regions ? `, ${english(regions, 'region', 'regions')} of the world` : ''} and ${english(languages, 'language', 'languages')} behind this clause.`,
  editorial: (reason) => `Editorial clause: ${reason}`,
  form: 'Sentences in italics join what was said: they are words of the form and have no source.',
  untranslated: (language) => `Not yet translated, given in ${language}`,
  permalink: (number) => `Link to clause ${number}`,
  figures: 'What became of the contributions',
  contributions: (n) => english(n, 'contribution', 'contributions'),
  fates: { retained: 'retained', merged: 'merged', deferred: 'deferred', 'not-retained': 'not retained' },
  cities: 'Cities that took part',
  cityColumns: ['City', 'Contributions', 'Used', 'Clauses'],
  votes: 'Votes',
  vote: (number, adopted) => `${number}: ${adopted ? 'adopted' : 'rejected'}`,
  take: 'Download and check',
  pdf: 'PDF',
  json: 'Data (JSON)',
  zip: 'Sealed release (zip)',
  sourcesCsv: 'Sources (CSV)',
  check: 'To check the signature, the checksums, the votes and the sources:',
  key: 'Fingerprint of the key:',
  missing: 'There is no such appeal',
  missingHint: 'The address is wrong, or the appeal has not been published yet.',
};

const ARABIC: Words = {
  name: 'العربية',
  languages: 'اللغات',
  skip: 'الانتقال إلى النص',
  preamble: 'الديباجة',
  otherMatters: 'مواضيع أخرى',
  closing: 'المتابعة',
  published: (date) => `نُشر في ${date}`,
  draft: 'مشروع لم يُنشر بعد',
  sample: 'مثال: هذا المنتدى لتجربة نداء، ومساهماته مختلقة.',
  whence: (n) => `من أين جاء هذا: ${arabic(n, ['مصدر واحد', 'مصدران', 'مصادر', 'مصدرًا', 'مصدر'])}`,
  more: (n) => `و${arabic(n, ['مصدر آخر', 'مصدران آخران', 'مصادر أخرى', 'مصدرًا آخر', 'مصدر آخر'])}`,
  uses: { verbatim: 'منقول حرفيًّا', condensed: 'منقول باختصار', inspired: 'يقول ما يشبهه' },
  proposal: (n) => (n === null ? 'مقترح' : `المقترح ${n}`),
  post: (thread) => `نقاش «${thread}»`,
  support: (n) => arabic(n, ['مؤيد واحد', 'مؤيدان', 'مؤيدين', 'مؤيدًا', 'مؤيد']),
  behind: ({ support, cities, regions, languages }) =>
    `وراء هذا البند: ${arabic(support, ['تأييد واحد', 'تأييدان', 'تأييدات', 'تأييدًا', 'تأييد'])} (مع أصحاب المساهمات)، ${arabic(cities, ['مدينة واحدة', 'مدينتان', 'مدن', 'مدينة', 'مدينة'])}، ${regions ? `${arabic(regions, ['منطقة واحدة من العالم', 'منطقتان من العالم', 'مناطق من العالم', 'منطقة من العالم', 'منطقة من العالم'])}، ` : ''}${arabic(languages, ['لغة واحدة', 'لغتان', 'لغات', 'لغة', 'لغة'])}.`,
  editorial: (reason) => `بند تحريري: ${reason}`,
  form: 'الجمل المميزة تربط بين ما قيل: هي صيغ تحريرية لا مصدر لها.',
  untranslated: (language) => `لم يُترجم بعد، وهو هنا بلغة: ${language}`,
  permalink: (number) => `رابط البند ${number}`,
  figures: 'مآل المساهمات',
  contributions: (n) => arabic(n, ['مساهمة واحدة', 'مساهمتان', 'مساهمات', 'مساهمة', 'مساهمة']),
  fates: { retained: 'أُخذ بها', merged: 'ضُمّت إلى غيرها', deferred: 'أُجّلت', 'not-retained': 'لم يؤخذ بها' },
  cities: 'المدن المشاركة',
  cityColumns: ['المدينة', 'المساهمات', 'ما أُخذ به', 'البنود'],
  votes: 'التصويت',
  vote: (number, adopted) => `${number}: ${adopted ? 'اعتُمد' : 'رُفض'}`,
  take: 'التنزيل والتحقق',
  pdf: 'PDF',
  json: 'البيانات (JSON)',
  zip: 'النشرة المختومة (zip)',
  sourcesCsv: 'المصادر (CSV)',
  check: 'للتحقق من التوقيع والبصمات والأصوات والمصادر:',
  key: 'بصمة المفتاح:',
  missing: 'لا يوجد نداء بهذا العنوان',
  missingHint: 'العنوان خطأ، أو أن النداء لم يُنشر بعد.',
};

export const RELEASE_WORDS: Readonly<Record<Lang, Words>> = { ar: ARABIC, fr: FRENCH, en: ENGLISH };
