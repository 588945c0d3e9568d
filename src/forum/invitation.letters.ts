import { isolated, type Lang, type Localized } from '../kernel/localized.js';

interface Invited {
  readonly forum: { readonly title: Localized; readonly place: Localized };
  readonly name: string | null;
  readonly code: string;
  readonly link: string;
  readonly until: Date;
}

const day = (locale: Lang, date: Date): string =>
  new Intl.DateTimeFormat(locale === 'ar' ? 'ar-MA' : locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    date,
  );

const LETTER: Readonly<Record<Lang, (invited: Invited, until: string) => { subject: string; body: string }>> =
  {
    fr: ({ forum, name, code, link }, until) => ({
      subject: `Votre invitation : ${forum.title.fr}`,
      body: `${name ? `Bonjour ${isolated(name)},` : 'Bonjour,'}\n\nVous êtes invité·e à prendre part à « ${forum.title.fr} », ${forum.place.fr}.\n\nOuvrez ce lien pour entrer :\n${link}\n\nOu saisissez ce code sur la page d’entrée : ${code}\n\nIl vous est réservé, ne sert qu’une fois et reste valable jusqu’au ${until}.`,
    }),
    en: ({ forum, name, code, link }, until) => ({
      subject: `Your invitation: ${forum.title.en}`,
      body: `${name ? `Dear ${isolated(name)},` : 'Good day,'}\n\nYou are invited to take part in “${forum.title.en}”, ${forum.place.en}.\n\nOpen this link to join:\n${link}\n\nOr type this code on the page that asks for it: ${code}\n\nIt is meant for you alone, works once, and is good until ${until}.`,
    }),
    ar: ({ forum, name, code, link }, until) => ({
      subject: `دعوتكم: ${forum.title.ar}`,
      body: `${name ? `تحية طيبة ${isolated(name)}،` : 'تحية طيبة،'}\n\nيسرّنا أن ندعوكم إلى المشاركة في «${forum.title.ar}»، ${forum.place.ar}.\n\nللدخول افتحوا هذا الرابط:\n${link}\n\nأو أدخلوا هذا الرمز في صفحة الدخول: ${isolated(code)}\n\nالرمز خاص بكم، ويُستعمل مرة واحدة، ويبقى صالحا إلى غاية ${until}.`,
    }),
  };

/** The mail that carries an invitation. */
export function invitationLetter(locale: Lang, invited: Invited): { subject: string; body: string } {
  return LETTER[locale](invited, day(locale, invited.until));
}
