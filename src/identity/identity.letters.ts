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

const PASSKEY: Readonly<Record<Lang, (name: string) => { subject: string; body: string }>> = {
  fr: (name) => ({
    subject: 'Une clé d’accès a été ajoutée à votre compte Nidaa',
    body: `La clé d’accès « ${name} » permet désormais d’entrer dans votre compte.\n\nSi ce n’était pas vous, retirez-la sur la page de votre compte et déconnectez les appareils que vous ne reconnaissez pas.`,
  }),
  en: (name) => ({
    subject: 'A passkey was added to your Nidaa account',
    body: `The passkey “${name}” can now be used to enter your account.\n\nIf this was not you, remove it on the page of your account and sign out the devices that you do not recognise.`,
  }),
  ar: (name) => ({
    subject: 'أضيف مفتاح مرور إلى حسابكم في نداء',
    body: `صار مفتاح المرور «${name}» يفتح حسابكم.\n\nإن لم تضيفوه أنتم فاحذفوه من صفحة حسابكم، وأنهوا اتصال الأجهزة التي لا تعرفونها.`,
  }),
};

/** Tells the owner of an account that a key was added to it. */
export const passkeyLetter = (locale: Lang, name: string): { subject: string; body: string } =>
  PASSKEY[locale](name);

const CONFIRMATION: Readonly<
  Record<Lang, (code: string, what: string, minutes: number) => ReturnType<Words>>
> = {
  fr: (code, what, minutes) => ({
    subject: `Votre code pour confirmer : ${code}`,
    body: `Ce code confirme ceci, et rien d’autre :\n\n${what}\n\nVotre code : ${code}\n\nIl est valable ${minutes} minutes et ne sert qu’une fois. Si vous n’avez rien demandé, ne le donnez à personne : quelqu’un agit depuis votre compte. Déconnectez les appareils que vous ne reconnaissez pas.`,
  }),
  en: (code, what, minutes) => ({
    subject: `Your code to confirm: ${code}`,
    body: `This code confirms the following, and nothing else:\n\n${what}\n\nYour code: ${code}\n\nIt is good for ${minutes} minutes and works once. If you asked for nothing, give it to nobody: somebody is acting from your account. Sign out the devices that you do not recognise.`,
  }),
  ar: (code, what, minutes) => ({
    subject: `رمزكم للتأكيد: ${code}`,
    body: `يؤكّد هذا الرمز ما يلي ولا شيء غيره:\n\n${what}\n\nرمزكم: ${code}\n\nيصلح لمدة ${minutes} دقيقة ولمرة واحدة. إن لم تطلبوا شيئا فلا تعطوه لأحد: هناك من يتصرف من حسابكم. أنهوا اتصال الأجهزة التي لا تعرفونها.`,
  }),
};

/** The mail that carries a code which confirms one thing, named in it. */
export const confirmationLetter = (
  locale: Lang,
  code: string,
  what: string,
  minutes: number,
): { subject: string; body: string } => CONFIRMATION[locale](spoken(code), what, minutes);

const spoken = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** The mail that carries a code, in the language of whoever asked. */
export function codeLetter(
  locale: Lang,
  code: string,
  link: string,
  minutes: number,
): { subject: string; body: string } {
  return CODE[locale](spoken(code), link, minutes);
}
