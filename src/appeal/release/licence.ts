import type { Lang } from '../../kernel/localized.js';
import type { AppealDocument } from './release.format.js';

export const LICENCE = 'CC BY 4.0';
export const LICENCE_URL = 'https://creativecommons.org/licenses/by/4.0/';

/** The page of the licence in a language; the Arabic deed is the one that Creative Commons keeps under this address. */
const deed = (lang: Lang): string => `${LICENCE_URL}deed.${lang}`;

/** Under what terms a release may be used, and how it wants to be named. */
export function licenceText({ title, forum, origin, slug }: AppealDocument, lang: Lang): string {
  const [name, whose, where] = [title[lang], forum.title[lang], `${origin}/appeals/${slug}`];
  return `${TEXTS[lang](name, whose, where).join('\n\n')}\n`;
}

const TEXTS: Readonly<Record<Lang, (name: string, whose: string, where: string) => readonly string[]>> = {
  en: (name, whose, where) => [
    `${name} and all files of this release are under the licence Creative Commons Attribution 4.0 International (${LICENCE}).`,
    `You may copy, translate and change them, also commercially, if you name where they come from, link to the licence and say what you changed:\n“${name}”, ${whose}, ${where}, ${LICENCE}`,
    'Who quotes a contribution names the city whose delegation wrote it. Words that were changed must not be told as words of the appeal. Names in the records of votes are personal data: the licence gives no right to use them for another purpose.',
    `The licence in full: ${LICENCE_URL}legalcode\nIn short: ${deed('en')}`,
  ],
  fr: (name, whose, where) => [
    `${name} et tous les fichiers de cette publication sont sous licence Creative Commons Attribution 4.0 International (${LICENCE}).`,
    `Vous pouvez les copier, les traduire et les modifier, y compris à des fins commerciales, à condition d’en nommer l’origine, d’indiquer la licence et de dire ce que vous avez modifié :\n« ${name} », ${whose}, ${where}, ${LICENCE}`,
    'Qui cite une contribution nomme la ville dont la délégation l’a écrite. Des mots modifiés ne doivent pas être donnés pour ceux de l’appel. Les noms dans les procès-verbaux des votes sont des données personnelles : la licence ne donne aucun droit de s’en servir à une autre fin.',
    `La licence en entier : ${LICENCE_URL}legalcode.fr\nEn bref : ${deed('fr')}`,
  ],
  ar: (name, whose, where) => [
    `${name} وجميع ملفات هذه النشرة تحت رخصة المشاع الإبداعي: نَسب المُصنَّف 4.0 دولي (${LICENCE}).`,
    `يجوز نسخها وترجمتها وتعديلها، ولو لغرض تجاري، بشرط ذكر مصدرها ورابط الرخصة وما عُدّل فيها:\n«${name}»، ${whose}، ${where}، ${LICENCE}`,
    'من يقتبس مساهمة يذكر المدينة التي كتبها وفدها. ولا يُنقل كلام معدَّل على أنه كلام النداء. والأسماء الواردة في محاضر التصويت بيانات شخصية: لا تعطي الرخصة حقًّا في استعمالها لغرض آخر.',
    `نص الرخصة كاملًا: ${LICENCE_URL}legalcode.ar\nباختصار: ${deed('ar')}`,
  ],
};
