import type { Lang } from '../../kernel/localized.js';
import type { Act } from '../signatures/signatures.contract.js';
import { html, type Markup } from './markup.js';
import { directionOf, SEPARATOR } from './reading.js';
import type { AppealDocument } from './release.format.js';
import { RELEASE_WORDS } from './words/words.js';

/** A city that took a position on the text, in one language. */
export interface Signatory {
  readonly city: string;
  readonly act: Act;
  /** "Coimbra: signed with a reservation, by Ana (confirmed with a passkey)". */
  readonly line: string;
  readonly reservations: readonly {
    readonly anchor: string;
    /** "On clause 3:". */
    readonly clause: string;
    readonly text: string;
    readonly lang: string;
  }[];
}

/** The cities that signed, reserved or abstained, in the order of their names. */
export function signatoriesOf({ signatures, cities, clauses }: AppealDocument, lang: Lang): Signatory[] {
  const words = RELEASE_WORDS[lang];
  const nameOf = new Map(cities.map(({ id, name }) => [id, name[lang]]));
  const numberOf = new Map(clauses.map(({ anchor, number }) => [anchor, number]));
  const placeOf = (anchor: string): string => {
    const number = numberOf.get(anchor) ?? null;
    return number === null ? words.onRecital(anchor.slice(1)) : words.onClause(String(number));
  };
  return signatures
    .map(({ city, act, reservations, signer, confirmedBy }) => {
      const name = nameOf.get(city) ?? '';
      const by = signer === null ? '' : `${SEPARATOR[lang]}${words.signedBy(signer)}`;
      return {
        ...{ city: name, act },
        line: `${name}: ${words.acts[act]}${by} (${words.confirmed[confirmedBy]})`,
        reservations: reservations.map(({ clause, text, lang: spoken }) => ({
          ...{ anchor: clause, clause: placeOf(clause), text, lang: spoken },
        })),
      };
    })
    .sort((a, b) => (a.city < b.city ? -1 : 1));
}

/** The names of the cities that reserved a clause, by its anchor. */
export function reservedBy(appeal: AppealDocument, lang: Lang): ReadonlyMap<string, readonly string[]> {
  const cities = new Map<string, string[]>();
  for (const { city, reservations } of signatoriesOf(appeal, lang))
    for (const { anchor } of reservations) cities.set(anchor, [...(cities.get(anchor) ?? []), city]);
  return cities;
}

/** Who signed, below the text; nothing where nobody did. */
export function signatures(appeal: AppealDocument, lang: Lang): Markup | null {
  const all = signatoriesOf(appeal, lang);
  if (all.length === 0) return null;
  const words = RELEASE_WORDS[lang];
  const item = ({ line, reservations }: Signatory): Markup => html`<li>${line}${reservations.map(
    ({ anchor, clause, text, lang: spoken }) =>
      html`<p class="note"><a href="#${anchor}">${clause}</a> <span lang="${spoken}" dir="${directionOf(spoken)}">${text}</span></p>`,
  )}</li>
`;
  return html`<section aria-labelledby="signatures">
<h2 id="signatures">${words.signatures}</h2>
<ul>${all.map(item)}</ul>
<p class="note">${words.textHash} <code dir="ltr">${appeal.textHash}</code></p>
</section>
`;
}
