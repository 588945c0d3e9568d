import type { EntityManager } from 'typeorm';
import { inTurns } from '../../kernel/in-turns.js';
import { applyChanges, type Change, type Paragraph as Marked } from '../../text/changes.js';
import { type Overlay, Overlaying } from '../../text/overlay.js';
import type { Proposal } from '../proposal.entity.js';
import { ProposalVersionText } from '../proposal-version.entity.js';
import { sourceOf } from '../texts.js';
import { Amendment } from './amendment.entity.js';
import { marked } from './amendment-text.js';

/** The text that amendments are made on: that of the proposal as it stands, in the language it was written in. */
export async function presentText(em: EntityManager, proposal: Proposal): Promise<Marked[]> {
  return marked((await sourceOf(em, proposal)).paragraphs);
}

/** The texts of the versions that amendments are based on, by number. */
export async function textsOfVersions(
  em: EntityManager,
  { id, lang }: Proposal,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Marked[]>> {
  const rows = await em
    .createQueryBuilder(ProposalVersionText, 't')
    .where('t.proposalId = :id AND t.lang = :lang AND t.number = ANY(:numbers)', { id, lang, numbers })
    .getMany();
  return new Map(rows.map(({ number, paragraphs }) => [number, marked(paragraphs)]));
}

/** What an amendment changes: the text of the proposal or, of one on the second level, that as its parent would have it. */
export function baseOf(
  { parentId }: Pick<Amendment, 'parentId'>,
  text: readonly Marked[],
  others: ReadonlyMap<string, Pick<Amendment, 'changes'>>,
): readonly Marked[] {
  const parent = parentId === null ? undefined : others.get(parentId);
  return parent ? applyChanges(text, parent.changes) : text;
}

/** Amendments laid over the text that all of them were written on; whoever else asks something has a turn in between. */
export async function laidOver(
  text: readonly Marked[],
  amendments: readonly { readonly id: string; readonly changes: readonly Change[] }[],
): Promise<Overlay> {
  const overlaying = new Overlaying(text);
  for await (const each of inTurns(amendments)) overlaying.add(each);
  return overlaying.overlay();
}

/** All amendments of a proposal by id, in the order of their numbers. */
export async function amendmentsOf(
  em: EntityManager,
  proposalId: string,
): Promise<ReadonlyMap<string, Amendment>> {
  const all = await em.find(Amendment, { where: { proposalId }, order: { number: 'ASC' } });
  return new Map(all.map((each) => [each.id, each]));
}
