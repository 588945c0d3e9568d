import type { Lang } from '../../kernel/localized.js';

/** What a data card says in one language. */
export interface DataCardWords {
  readonly title: string;
  readonly what: string;
  readonly whatText: (appeal: string, clauses: number, contributions: number, votes: number) => string;
  readonly who: string;
  readonly whoText: (forum: string, cities: number) => string;
  readonly when: string;
  readonly whenText: (from: string, to: string, place: string) => string;
  readonly how: string;
  readonly howText: (compiler: string) => string;
  readonly consent: string;
  readonly consentText: string;
  readonly licence: string;
  readonly limits: string;
  readonly limitsText: readonly string[];
  readonly files: string;
  readonly filesText: (command: string) => string;
  readonly sample: string;
}

export const DATA_CARD_WORDS: Readonly<Record<Lang, DataCardWords>> = {
  en: {
    title: 'data card',
    what: 'What it is',
    whatText: (appeal, clauses, contributions, votes) =>
      `“${appeal}” in three languages, and what it was made of. Clauses: ${clauses}. Contributions, each with what became of it: ${contributions}. Records of votes: ${votes}.`,
    who: 'Who contributed',
    whoText: (forum, cities) => `The delegations of the cities that took part in “${forum}”: ${cities}.`,
    when: 'When and where',
    whenText: (from, to, place) => `From ${from} to ${to}, ${place}.`,
    how: 'How it was collected',
    howText: (compiler) =>
      `Participants wrote proposals and posts in the forum’s own program, endorsed them and voted on them. A program without chance (${compiler}) drafted the appeal from them; people edited the draft and decided what became of each contribution. The draft, what it was drafted from, and what was edited are all here.`,
    consent: 'To what people agreed',
    consentText:
      'Participants joined by invitation. What they wrote could be read by everyone from the moment it was laid before the forum. Contributions are given with the city, never with a person’s name. Names stand only in the records of votes, on the roll that was public when the vote was held, and beside the signatures of those who agreed to it. In a secret vote nothing joins a voter and a ballot.',
    licence: 'Licence',
    limits: 'Limits',
    limitsText: [
      'Whoever takes part in such a forum was chosen by a city: the data say nothing of what the inhabitants of those cities think.',
      'Who supports two contributions is counted in both, since a bundle knows nobody by name. Ranks compare clauses with each other and measure nothing else.',
      'The language of short texts is what their author said. Translations of clauses are the editors’ work.',
      'Contributions that were never laid before the forum, or were taken away from it before the publication, are not here.',
    ],
    files: 'Files and checking',
    filesText: (command) =>
      `SHA256SUMS lists the files; manifest.json and signature.json seal them; the shapes of the JSON files are in schema.json. To check everything: ${command}`,
    sample: 'Sample',
  },
  fr: {
    title: 'fiche des données',
    what: 'Ce que c’est',
    whatText: (appeal, clauses, contributions, votes) =>
      `« ${appeal} » en trois langues, et ce dont il est fait. Clauses : ${clauses}. Contributions, chacune avec la suite qui lui a été donnée : ${contributions}. Procès-verbaux de votes : ${votes}.`,
    who: 'Qui a contribué',
    whoText: (forum, cities) => `Les délégations des villes qui ont pris part à « ${forum} » : ${cities}.`,
    when: 'Quand et où',
    whenText: (from, to, place) => `Du ${from} au ${to}, ${place}.`,
    how: 'Comment elles ont été recueillies',
    howText: (compiler) =>
      `Les participants ont écrit des propositions et des messages dans le programme du forum, les ont soutenus et mis aux voix. Un programme sans hasard (${compiler}) en a rédigé un projet ; des personnes l’ont retravaillé et ont décidé de la suite de chaque contribution. Le projet, ce d’après quoi il a été rédigé et ce qui a été retravaillé sont tous ici.`,
    consent: 'À quoi les personnes ont consenti',
    consentText:
      'Les participants sont venus sur invitation. Ce qu’ils ont écrit pouvait être lu de tous dès le moment où le forum en a été saisi. Les contributions sont données avec la ville, jamais avec le nom d’une personne. Des noms ne figurent que dans les procès-verbaux des votes, sur la liste qui était publique au moment du vote, et à côté des signatures de celles et ceux qui y ont consenti. Dans un vote secret, rien ne relie un votant à un bulletin.',
    licence: 'Licence',
    limits: 'Limites',
    limitsText: [
      'Qui prend part à un tel forum a été choisi par une ville : les données ne disent rien de ce que pensent les habitants de ces villes.',
      'Qui soutient deux contributions compte dans les deux, car les données ne connaissent personne par son nom. Les rangs comparent des clauses entre elles et ne mesurent rien d’autre.',
      'La langue des textes courts est celle qu’a indiquée leur auteur. Les traductions des clauses sont l’œuvre de la rédaction.',
      'Les contributions qui n’ont jamais été soumises au forum, ou qui en ont été retirées avant la publication, ne sont pas ici.',
    ],
    files: 'Fichiers et vérification',
    filesText: (command) =>
      `SHA256SUMS énumère les fichiers ; manifest.json et signature.json les scellent ; la forme des fichiers JSON est dans schema.json. Pour tout vérifier : ${command}`,
    sample: 'Exemple',
  },
  ar: {
    title: 'بطاقة البيانات',
    what: 'ما هي',
    whatText: (appeal, clauses, contributions, votes) =>
      `«${appeal}» بثلاث لغات، وما صيغ منه. عدد البنود: ${clauses}. عدد المساهمات، وكل منها مع مآلها: ${contributions}. عدد محاضر التصويت: ${votes}.`,
    who: 'من ساهم',
    whoText: (forum, cities) => `وفود المدن المشاركة في «${forum}»، وعددها: ${cities}.`,
    when: 'متى وأين',
    whenText: (from, to, place) => `من ${from} إلى ${to}، ${place}.`,
    how: 'كيف جُمعت',
    howText: (compiler) =>
      `كتب المشاركون مقترحات ومداخلات في برنامج المنتدى وأيدوها وصوّتوا عليها. ثم صاغ منها برنامجٌ لا مكان فيه للصدفة (${compiler}) مشروعًا؛ وعدّله أشخاص وقرروا مآل كل مساهمة. المشروع وما صيغ منه وما عُدّل كلها هنا.`,
    consent: 'على ماذا وافق الناس',
    consentText:
      'انضم المشاركون بدعوة. وكان بوسع الجميع قراءة ما كتبوه منذ عرضه على المنتدى. تُذكر المساهمات مع المدينة، لا مع اسم شخص أبدًا. ولا ترد الأسماء إلا في محاضر التصويت، في القائمة التي كانت علنية وقت التصويت، وإلى جانب توقيعات من وافقوا على ذلك. وفي التصويت السري لا شيء يربط مصوّتًا بورقة.',
    licence: 'الرخصة',
    limits: 'الحدود',
    limitsText: [
      'من يشارك في مثل هذا المنتدى اختارته مدينة: لا تقول البيانات شيئًا عما يراه سكان تلك المدن.',
      'من يؤيد مساهمتين يُحسب في كلتيهما، لأن البيانات لا تعرف أحدًا باسمه. والرتب تقارن البنود بعضها ببعض ولا تقيس شيئًا آخر.',
      'لغة النصوص القصيرة هي ما ذكره صاحبها. وترجمات البنود من عمل المحررين.',
      'المساهمات التي لم تُعرض على المنتدى قط، أو سُحبت منه قبل النشر، ليست هنا.',
    ],
    files: 'الملفات والتحقق',
    filesText: (command) =>
      `يعدّد SHA256SUMS الملفات؛ ويختمها manifest.json وsignature.json؛ وأشكال ملفات JSON في schema.json. للتحقق من كل شيء: ${command}`,
    sample: 'مثال',
  },
};
