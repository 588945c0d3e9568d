import type { Lang } from '../../kernel/localized.js';
import type { AmendmentState, ParagraphChange } from '../amendments/amendments.contract.js';
import type { ProposalState } from '../proposals.contract.js';

/** What an export says around a proposal's text, in one language. */
export interface Words {
  readonly proposal: (number: number) => string;
  readonly amendment: (number: number) => string;
  readonly toAmendment: (number: number) => string;
  readonly synopsis: string;
  readonly state: string;
  readonly states: Readonly<Record<ProposalState, string>>;
  readonly amendmentStates: Readonly<Record<AmendmentState, string>>;
  readonly authors: string;
  readonly cities: string;
  readonly topic: string;
  readonly endorsedBy: string;
  readonly version: string;
  readonly versionOf: (number: number, date: string) => string;
  readonly asOf: (date: string) => string;
  readonly summary: string;
  readonly text: string;
  readonly amendments: string;
  readonly noAmendments: string;
  readonly original: string;
  readonly author: string;
  readonly reason: string;
  readonly decision: string;
  readonly nobody: string;
  readonly paragraph: (number: number) => string;
  readonly gone: string;
  readonly beginning: string;
  readonly behind: (paragraph: string) => string;
  readonly kinds: Readonly<Record<ParagraphChange['kind'], string>>;
  /** How changes are marked, and marked up with their own look. */
  readonly deleted: string;
  readonly inserted: string;
  readonly modified: string;
  readonly needsAuthor: string;
  readonly collidesWith: (numbers: string) => string;
  readonly voted: (language: string) => string;
  readonly translation: (language: string) => string;
  readonly lags: string;
  readonly tracked: string;
  readonly apart: string;
  readonly apartWhy: string;
  readonly attachments: string;
  readonly bytes: (size: number) => string;
  readonly comma: string;
  readonly colon: string;
}

const FRENCH: Words = {
  proposal: (n) => `Proposition ${n}`,
  amendment: (n) => `Amendement ${n}`,
  toAmendment: (n) => `à l’amendement ${n}`,
  synopsis: 'Synopsis des amendements',
  state: 'État',
  states: {
    draft: 'brouillon',
    submitted: 'déposée',
    returned: 'renvoyée',
    admitted: 'recevable',
    debated: 'en débat',
    scheduled: 'à l’ordre du jour',
    voted: 'mise aux voix',
    adopted: 'adoptée',
    rejected: 'rejetée',
    withdrawn: 'retirée',
    merged: 'fusionnée',
    lapsed: 'caduque',
  },
  amendmentStates: {
    draft: 'brouillon',
    submitted: 'déposé',
    voted: 'mis aux voix',
    accepted: 'accepté par les auteurs',
    adopted: 'adopté',
    rejected: 'rejeté',
    fallen: 'tombé',
    withdrawn: 'retiré',
  },
  authors: 'Auteurs',
  cities: 'Villes concernées',
  topic: 'Thème',
  endorsedBy: 'Soutenue par les villes',
  version: 'Version',
  versionOf: (n, date) => `${n}, du ${date}`,
  asOf: (date) => `État au ${date}`,
  summary: 'Résumé',
  text: 'Texte',
  amendments: 'Amendements',
  noAmendments: 'Aucun amendement n’a été déposé.',
  original: 'Texte d’origine',
  author: 'Auteur',
  reason: 'Motif',
  decision: 'Décision',
  nobody: 'auteur inconnu',
  paragraph: (n) => `Paragraphe ${n}`,
  gone: 'Paragraphe qui n’est plus dans le texte',
  beginning: 'Au début du texte',
  behind: (paragraph) => `Après\u00a0: ${paragraph}`,
  kinds: { replace: 'modifié', insert: 'ajouté', delete: 'supprimé' },
  deleted: 'supprimé',
  inserted: 'ajouté',
  modified: 'Accepté avec d’autres mots',
  needsAuthor: 'Le texte a changé depuis : l’auteur doit revoir cet amendement.',
  collidesWith: (numbers) => `Ne peut être adopté avec\u00a0: ${numbers}`,
  voted: (language) => `Le texte soumis au vote est celui en ${language}.`,
  translation: (language) => `Traduction en ${language}`,
  lags: 'Cette partie est en retard sur l’original.',
  tracked:
    'Les amendements qui peuvent être adoptés ensemble figurent dans le texte comme modifications suivies.',
  apart: 'Autres amendements',
  apartWhy:
    'Ceux-ci se disputent les mêmes mots ou la même place, modifient un autre amendement ou attendent leur auteur : chacun est annoté à part, sans suivi des modifications.',
  attachments: 'Fichiers joints',
  bytes: (size) => `${size} octets`,
  comma: ', ',
  colon: '\u00a0: ',
};

const ENGLISH: Words = {
  proposal: (n) => `Proposal ${n}`,
  amendment: (n) => `Amendment ${n}`,
  toAmendment: (n) => `to amendment ${n}`,
  synopsis: 'Synopsis of amendments',
  state: 'State',
  states: {
    draft: 'draft',
    submitted: 'submitted',
    returned: 'returned',
    admitted: 'admitted',
    debated: 'in debate',
    scheduled: 'scheduled',
    voted: 'being voted',
    adopted: 'adopted',
    rejected: 'rejected',
    withdrawn: 'withdrawn',
    merged: 'merged',
    lapsed: 'lapsed',
  },
  amendmentStates: {
    draft: 'draft',
    submitted: 'submitted',
    voted: 'put to the vote',
    accepted: 'accepted by the authors',
    adopted: 'adopted',
    rejected: 'rejected',
    fallen: 'fallen',
    withdrawn: 'withdrawn',
  },
  authors: 'Authors',
  cities: 'Cities concerned',
  topic: 'Topic',
  endorsedBy: 'Endorsed by the cities',
  version: 'Version',
  versionOf: (n, date) => `${n}, of ${date}`,
  asOf: (date) => `As of ${date}`,
  summary: 'Summary',
  text: 'Text',
  amendments: 'Amendments',
  noAmendments: 'No amendment was submitted.',
  original: 'Original',
  author: 'Author',
  reason: 'Reason',
  decision: 'Decision',
  nobody: 'author unknown',
  paragraph: (n) => `Paragraph ${n}`,
  gone: 'Paragraph no longer in the text',
  beginning: 'At the beginning of the text',
  behind: (paragraph) => `After: ${paragraph}`,
  kinds: { replace: 'changed', insert: 'inserted', delete: 'deleted' },
  deleted: 'deleted',
  inserted: 'inserted',
  modified: 'Accepted with other words',
  needsAuthor: 'The text has moved on: the author has to look at this amendment again.',
  collidesWith: (numbers) => `Cannot be adopted together with: ${numbers}`,
  voted: (language) => `The text that is voted on is the one in ${language}.`,
  translation: (language) => `Translation into ${language}`,
  lags: 'This part lags behind the original.',
  tracked: 'Amendments that can be adopted together are in the text as tracked changes.',
  apart: 'Other amendments',
  apartWhy:
    'These want the same words or the same place, change another amendment, or wait for their authors: each is marked up by itself, not as tracked changes.',
  attachments: 'Attached files',
  bytes: (size) => `${size} bytes`,
  comma: ', ',
  colon: ': ',
};

const ARABIC: Words = {
  proposal: (n) => `المقترح ${n}`,
  amendment: (n) => `التعديل ${n}`,
  toAmendment: (n) => `على التعديل ${n}`,
  synopsis: 'جدول التعديلات',
  state: 'الحالة',
  states: {
    draft: 'مسودة',
    submitted: 'مودَع',
    returned: 'مُعاد',
    admitted: 'مقبول للنقاش',
    debated: 'قيد النقاش',
    scheduled: 'مُدرج في جدول الأعمال',
    voted: 'معروض على التصويت',
    adopted: 'معتمَد',
    rejected: 'مرفوض',
    withdrawn: 'مسحوب',
    merged: 'مدموج',
    lapsed: 'ساقط',
  },
  amendmentStates: {
    draft: 'مسودة',
    submitted: 'مودَع',
    voted: 'معروض على التصويت',
    accepted: 'قبله أصحاب المقترح',
    adopted: 'معتمَد',
    rejected: 'مرفوض',
    fallen: 'ساقط',
    withdrawn: 'مسحوب',
  },
  authors: 'أصحاب المقترح',
  cities: 'المدن المعنية',
  topic: 'الموضوع',
  endorsedBy: 'المدن المؤيدة',
  version: 'النسخة',
  versionOf: (n, date) => `${n}، بتاريخ ${date}`,
  asOf: (date) => `إلى غاية ${date}`,
  summary: 'ملخص',
  text: 'النص',
  amendments: 'التعديلات',
  noAmendments: 'لم يُقدَّم أي تعديل.',
  original: 'النص الأصلي',
  author: 'صاحب التعديل',
  reason: 'السبب',
  decision: 'القرار',
  nobody: 'صاحبه غير معروف',
  paragraph: (n) => `الفقرة ${n}`,
  gone: 'فقرة لم تعد في النص',
  beginning: 'في بداية النص',
  behind: (paragraph) => `بعد: ${paragraph}`,
  kinds: { replace: 'مغيَّرة', insert: 'مضافة', delete: 'محذوفة' },
  deleted: 'محذوف',
  inserted: 'مضاف',
  modified: 'قُبل بصيغة أخرى',
  needsAuthor: 'تغيّر النص بعد ذلك: على صاحب التعديل أن يراجعه.',
  collidesWith: (numbers) => `لا يمكن اعتماده مع: ${numbers}`,
  voted: (language) => `النص المعروض للتصويت هو النص باللغة ${language}.`,
  translation: (language) => `ترجمة إلى ${language}`,
  lags: 'هذا الجزء متأخر عن النص الأصلي.',
  tracked: 'التعديلات التي يمكن اعتمادها معًا موجودة في النص على شكل تغييرات متعقَّبة.',
  apart: 'تعديلات أخرى',
  apartWhy:
    'تتنازع هذه التعديلات الكلمات نفسها أو الموضع نفسه، أو تغيّر تعديلًا آخر، أو تنتظر أصحابها: كل منها مبيَّن على حدة دون تعقّب.',
  attachments: 'الملفات المرفقة',
  bytes: (size) => `${size} بايت`,
  comma: '، ',
  colon: ': ',
};

export const EXPORT_WORDS: Readonly<Record<Lang, Words>> = { ar: ARABIC, fr: FRENCH, en: ENGLISH };
