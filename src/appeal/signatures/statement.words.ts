import type { EntityManager } from 'typeorm';
import { City } from '../../forum/city.entity.js';
import type { Localized } from '../../kernel/localized.js';
import type { Appeal } from '../appeal.entity.js';
import type { Statement } from './statement.js';

const WORDS = {
  ar: {
    signed: (city: string, title: string) => `توقّع مدينة ${city} على «${title}».`,
    reserved: (city: string, title: string, clauses: string) =>
      `توقّع مدينة ${city} على «${title}» مع تحفّظ على: ${clauses}.`,
    abstained: (city: string, title: string) => `تمتنع مدينة ${city} عن التوقيع على «${title}».`,
    hash: 'بصمة النصّ:',
  },
  fr: {
    signed: (city: string, title: string) => `${city} signe « ${title} ».`,
    reserved: (city: string, title: string, clauses: string) =>
      `${city} signe « ${title} » avec une réserve sur : ${clauses}.`,
    abstained: (city: string, title: string) => `${city} s’abstient de signer « ${title} ».`,
    hash: 'Empreinte du texte :',
  },
  en: {
    signed: (city: string, title: string) => `${city} signs “${title}”.`,
    reserved: (city: string, title: string, clauses: string) =>
      `${city} signs “${title}” with a reservation on: ${clauses}.`,
    abstained: (city: string, title: string) => `${city} abstains from signing “${title}”.`,
    hash: 'Checksum of the text:',
  },
} as const;

/** A statement in words, for the letter that carries its code. */
export async function wordsOf(
  em: EntityManager,
  { appeal, cityId }: { readonly appeal: Appeal; readonly cityId: string },
  { act, reservations, textHash }: Statement,
): Promise<Localized> {
  const { name } = await em.findOneByOrFail(City, { id: cityId });
  const clauses = reservations.map(({ clause, text }) => `¶ ${clause.slice(1)} (“${text}”)`).join(', ');
  const said = (lang: keyof typeof WORDS): string =>
    `${WORDS[lang][act](name[lang], appeal.title[lang], clauses)}\n${WORDS[lang].hash} ${textHash}`;
  return { ar: said('ar'), fr: said('fr'), en: said('en') };
}
