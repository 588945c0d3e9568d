import { type EntityManager, In } from 'typeorm';
import { OPEN_AMENDMENTS } from '../../proposals/amendments/amendment.states.js';
import { type CarriedChanges, carriedChanges } from '../../proposals/amendments/carried-changes.js';
import { Clause } from '../clause.entity.js';
import { type AmendedClause, amendedText, hashOfText } from './amended-text.js';
import { AmendedText, ClauseAmendment } from './clause-amendment.entity.js';

/** A text, and by what it is known to be the same. */
export type KnownText = Pick<AmendedText, 'hash' | 'clauses'>;

/** An amendment and how the text stands to it now. */
export interface InText extends CarriedChanges {
  readonly amendment: ClauseAmendment;
  /** The text that its row's changes are made in. */
  readonly base: readonly AmendedClause[];
}

export const known = (clauses: readonly AmendedClause[]): KnownText => ({
  clauses,
  hash: hashOfText(clauses),
});

/** The draft as it stands. One query. */
export async function presentText(em: EntityManager, appealId: string): Promise<KnownText> {
  return known(amendedText(await em.find(Clause, { where: { appealId }, order: { position: 'ASC' } })));
}

/** Keeps a text and answers its number; one that was kept before has its number already. The appeal's row is held. */
export async function keepText(
  em: EntityManager,
  appealId: string,
  { hash, clauses }: KnownText,
): Promise<number> {
  const before = await em.findOne(AmendedText, {
    where: { appealId, hash },
    select: { appealId: true, number: true },
  });
  if (before) return before.number;
  const number = ((await em.maximum(AmendedText, 'number', { appealId })) ?? 0) + 1;
  await em.insert(AmendedText, { appealId, number, hash, clauses: clauses as object[] });
  return number;
}

/** Amendments with how the text stands to them: two queries, however many, and nothing is written. */
export async function inText(
  em: EntityManager,
  appealId: string,
  now: KnownText,
  which: { readonly id?: string; readonly states?: readonly ClauseAmendment['state'][] } = {},
): Promise<InText[]> {
  const { id, states } = which;
  const amendments = await em.find(ClauseAmendment, {
    where: { appealId, ...(id && { id }), ...(states && { state: In([...states]) }) },
    order: { number: 'ASC' },
  });
  const numbers = [...new Set(amendments.map(({ basedOn }) => basedOn))];
  const texts = await em.findBy(AmendedText, { appealId, number: In(numbers) });
  const byNumber = new Map(texts.map((text) => [text.number, text]));
  return amendments.map((amendment) => {
    const base = byNumber.get(amendment.basedOn) as AmendedText;
    return { amendment, base: base.clauses, ...standingIn(amendment, base, now) };
  });
}

/** What is decided stands as it was decided; all else is carried over to the text as it is now. */
function standingIn({ state, changes }: ClauseAmendment, base: KnownText, now: KnownText): CarriedChanges {
  if (!OPEN_AMENDMENTS.includes(state) || base.hash === now.hash) return { changes, conflicts: [] };
  return carriedChanges(changes, base.clauses, now.clauses);
}
