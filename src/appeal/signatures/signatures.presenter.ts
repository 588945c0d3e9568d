import type { Lang } from '../../kernel/localized.js';
import type { Clause } from '../clause.entity.js';
import type { CityRow } from './read-signatures.js';
import type { CitySignature, SignaturesView } from './signatures.contract.js';

export function presentSignatures(
  textHash: string,
  cities: readonly CityRow[],
  clauses: readonly Clause[],
  own: SignaturesView['own'],
): SignaturesView {
  return { textHash, cities: cities.map((city) => presentCity(city, clauses)), own };
}

/** What the device answered stays with the release: nobody needs it on a screen. */
function presentCity(
  { cityId, cityName, country, signature }: CityRow,
  clauses: readonly Clause[],
): CitySignature {
  return {
    cityId,
    cityName,
    country,
    act: signature?.act ?? null,
    reservations: (signature?.reservations ?? []).map(({ clause, lang, text }) => ({
      clauseId: clauses[Number(clause.slice(1)) - 1]?.id ?? '',
      lang: lang as Lang,
      text,
    })),
    signer: signature?.signer ?? null,
    confirmedBy: signature?.confirmedBy ?? null,
    signedAt: signature?.signedAt.toISOString() ?? null,
  };
}
