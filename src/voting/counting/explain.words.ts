import type { Lang, Localized } from '../../kernel/localized.js';

/** Names in the quotation marks of each language, one after the other; `labels` say how an option is called. */
export function named(names: readonly string[], labels: ReadonlyMap<string, Localized> | null): Localized {
  const listed = (lang: Lang, open: string, close: string, and: string): string => {
    const quoted = names.map((name) => `${open}${labels?.get(name)?.[lang] ?? name}${close}`);
    return quoted.length < 2 ? quoted.join() : `${quoted.slice(0, -1).join(', ')}${and}${quoted.at(-1)}`;
  };
  return {
    ar: listed('ar', '«', '»', ' و').replaceAll(', ', '، '),
    fr: listed('fr', '«\u00a0', '\u00a0»', ' et '),
    en: listed('en', '“', '”', ' and '),
  };
}

type Amount = number | string;

/** Each sentence of an explanation, in the three languages, by what it tells. */
export const SAYS = {
  has: (who: Localized, amount: Amount): Localized => ({
    ar: `${who.ar}: ${amount}.`,
    fr: `${who.fr} : ${amount}.`,
    en: `${who.en}: ${amount}.`,
  }),
  quota: (amount: Amount, seats: number): Localized => ({
    ar: `عدد المقاعد ${seats}، ويُنال المقعد بنصاب قدره ${amount}.`,
    fr: `Il y a ${seats} siège(s) à pourvoir ; un siège demande ${amount} voix.`,
    en: `Seats to fill: ${seats}; a seat needs ${amount} votes.`,
  }),
  reachesQuota: (who: Localized, amount: Amount): Localized => ({
    ar: `يبلغ ${who.ar} النصاب بـ ${amount} ويُنتخب.`,
    fr: `${who.fr} atteint le quota avec ${amount} et est élu.`,
    en: `${who.en} reaches the quota with ${amount} and is elected.`,
  }),
  takesRest: (who: Localized): Localized => ({
    ar: `لم يبق من الخيارات أكثر من المقاعد: يُنتخب ${who.ar}.`,
    fr: `Il ne reste pas plus d’options que de sièges : ${who.fr} occupe le siège.`,
    en: `No more options are left than seats: ${who.en} is elected.`,
  }),
  overHalf: (who: Localized, amount: Amount, total: Amount): Localized => ({
    ar: `نال ${who.ar} ${amount} من أصل ${total} صوتًا ما زال محسوبًا، أي أكثر من النصف: يفوز.`,
    fr: `${who.fr} a ${amount} des ${total} voix encore comptées, plus de la moitié : l’option l’emporte.`,
    en: `${who.en} has ${amount} of the ${total} votes that still count, more than half, and wins.`,
  }),
  goesOut: (who: Localized, amount: Amount): Localized => ({
    ar: `يخرج ${who.ar} بـ ${amount}.`,
    fr: `${who.fr} est éliminé avec ${amount}.`,
    en: `${who.en} is eliminated with ${amount}.`,
  }),
  surplus: (who: Localized, amount: Amount): Localized => ({
    ar: `يزيد ${who.ar} عن النصاب بـ ${amount}، وتُنقل هذه الزيادة.`,
    fr: `${who.fr} dépasse le quota de ${amount} ; cet excédent est transféré.`,
    en: `${who.en} has ${amount} more than the quota; this surplus is transferred.`,
  }),
  passes: (from: Localized, to: Localized | null, amount: Amount): Localized =>
    to
      ? {
          ar: `ينتقل ${amount} من ${from.ar} إلى ${to.ar}.`,
          fr: `${amount} passent de ${from.fr} à ${to.fr}.`,
          en: `${amount} go from ${from.en} to ${to.en}.`,
        }
      : {
          ar: `${amount} من أصوات ${from.ar} لا تذكر خيارًا آخر.`,
          fr: `${amount} de ${from.fr} ne nomment plus personne.`,
          en: `${amount} of ${from.en} name nobody else.`,
        },
  earlier: (equals: Localized, first: Localized): Localized => ({
    ar: `تساوى ${equals.ar}؛ والفيصل مرحلة سابقة: ${first.ar}.`,
    fr: `${equals.fr} sont à égalité ; un tour précédent les départage : ${first.fr}.`,
    en: `${equals.en} are equal; an earlier stage tells them apart: ${first.en}.`,
  }),
  byRule: (equals: Localized, first: Localized): Localized => ({
    ar: `تساوى ${equals.ar}؛ والفيصل القاعدة المعلنة مسبقًا: ${first.ar}.`,
    fr: `${equals.fr} sont à égalité ; la règle fixée d’avance les départage : ${first.fr}.`,
    en: `${equals.en} are equal; the rule stated beforehand tells them apart: ${first.en}.`,
  }),
  tie: (equals: Localized): Localized => ({
    ar: `تساوى ${equals.ar}، ولا تقول القاعدة من يتقدم: لم يُحسم الأمر.`,
    fr: `${equals.fr} sont à égalité et la règle ne les départage pas : rien n’est décidé entre eux.`,
    en: `${equals.en} are equal and the rule does not tell them apart: nothing is decided between them.`,
  }),
  even: (): Localized => ({
    ar: 'تساوى عدد من قالوا نعم ومن قالوا لا.',
    fr: 'Autant de oui que de non.',
    en: 'As many yes as no.',
  }),
  beatsAll: (who: Localized): Localized => ({
    ar: `يتقدم ${who.ar} على كل خيار آخر في المقارنة بين كل اثنين.`,
    fr: `${who.fr} l’emporte sur chacune des autres options, comparées deux à deux.`,
    en: `${who.en} is preferred to every other option, compared two by two.`,
  }),
  noneBeatsAll: (): Localized => ({
    ar: 'لا يتقدم أي خيار على كل ما سواه، فتحسم الطريقة أمر الدوائر.',
    fr: 'Aucune option ne l’emporte sur toutes les autres ; la méthode tranche les cycles.',
    en: 'No option is preferred to every other; the method resolves the circles.',
  }),
  wins: (who: Localized): Localized => ({
    ar: `النتيجة: ${who.ar}.`,
    fr: `Résultat : ${who.fr}.`,
    en: `Result: ${who.en}.`,
  }),
  votes: (yes: Amount, no: Amount, abstain: Amount): Localized => ({
    ar: `نعم: ${yes}. لا: ${no}. امتناع: ${abstain}.`,
    fr: `Oui : ${yes}. Non : ${no}. Abstentions : ${abstain}.`,
    en: `Yes: ${yes}. No: ${no}. Abstentions: ${abstain}.`,
  }),
  adopted: (yes: Amount, base: Amount): Localized => ({
    ar: `اعتُمد: نعم ${yes} من أساس قدره ${base}.`,
    fr: `Adopté : oui ${yes}, sur une base de ${base}.`,
    en: `Adopted: yes ${yes}, on a base of ${base}.`,
  }),
  rejected: (yes: Amount, base: Amount): Localized => ({
    ar: `لم يُعتمد: نعم ${yes} من أساس قدره ${base}.`,
    fr: `Non adopté : oui ${yes}, sur une base de ${base}.`,
    en: `Not adopted: yes ${yes}, on a base of ${base}.`,
  }),
  groups: (yes: number, no: number, even: number): Localized => ({
    ar: `المجموعات: ${yes} مع، ${no} ضد، ${even} بلا ترجيح.`,
    fr: `Groupes : ${yes} pour, ${no} contre, ${even} partagés.`,
    en: `Groups: ${yes} for, ${no} against, ${even} even.`,
  }),
  noQuorum: (): Localized => ({
    ar: 'لم يكتمل النصاب: لم يُقرَّر شيء.',
    fr: 'Le quorum n’est pas atteint : rien n’est décidé.',
    en: 'The quorum is not reached: nothing is decided.',
  }),
} as const;
