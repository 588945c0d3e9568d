import type { Lang } from '../kernel/localized.js';

type Words = (code: string, link: string, minutes: number) => { subject: string; body: string };

const CODE: Readonly<Record<Lang, Words>> = {
  fr: (code, link, minutes) => ({
    subject: `Votre code Nidaa : ${code}`,
    body: `Voici votre code : ${code}\n\nSaisissez-le sur la page qui vous le demande, ou ouvrez ce lien et confirmez :\n${link}\n\nIl est valable ${minutes} minutes et ne sert qu’une fois. Si vous n’avez rien demandé, ignorez ce message : personne n’entre sans ce code.`,
  }),
  en: (code, link, minutes) => ({
    subject: `Your Nidaa code: ${code}`,
    body: `This is your code: ${code}\n\nType it on the page that asks for it, or open this link and confirm:\n${link}\n\nIt is good for ${minutes} minutes and works once. If you asked for nothing, ignore this message: nobody gets in without the code.`,
  }),
  ar: (code, link, minutes) => ({
    subject: `رمزكم في نداء: ${code}`,
    body: `هذا رمزكم: ${code}\n\nأدخلوه في الصفحة التي تطلبه، أو افتحوا هذا الرابط ثم أكّدوا:\n${link}\n\nيصلح الرمز لمدة ${minutes} دقيقة ولمرة واحدة. إن لم تطلبوا شيئا فتجاهلوا هذه الرسالة: لا يدخل أحد من دون الرمز.`,
  }),
};

/** The mail that carries a code, in the language of whoever asked. */
export function codeLetter(
  locale: Lang,
  code: string,
  link: string,
  minutes: number,
): { subject: string; body: string } {
  return CODE[locale](`${code.slice(0, 4)}-${code.slice(4)}`, link, minutes);
}
