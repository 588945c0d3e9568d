import type { EntityManager } from 'typeorm';
import { refuse } from '../kernel/errors.js';
import { newCode } from '../kernel/ids.js';
import { withIds } from '../text/paragraph-ids.js';
import type { Paragraph, WrittenParagraph } from '../text/rich-text.contract.js';
import { plainOfParagraphs, wordsOf } from '../text/rich-text.js';
import type { Proposal } from './proposal.entity.js';
import { ProposalTextRow } from './proposal-text.entity.js';
import { inOrderOf, translatedAnew, translatedFrom } from './proposal-words.js';
import { PROPOSAL_ERRORS, type WriteTranslation, type WrittenText } from './proposals.contract.js';

type Written = Omit<ProposalTextRow, 'proposalId' | 'lang' | 'plain' | 'translatedFrom'>;

/** Ids of paragraphs: 40 random bits, unique within a proposal because they are drawn anew where they are not. */
const newParagraphId = (): string => newCode(8);

/** Writes the text in the language of the proposal. Paragraphs keep their ids, new ones get one. */
export async function writeSource(em: EntityManager, proposal: Proposal, text: WrittenText): Promise<void> {
  const before = await textOf(em, proposal.id, proposal.lang);
  const paragraphs = withIds(before?.paragraphs ?? [], withWords(text.paragraphs), newParagraphId);
  await save(em, proposal, proposal.lang, { ...heading(text), paragraphs }, null);
}

/** Writes a translation; what each of its parts was translated from is kept with it. */
export async function writeTranslation(
  em: EntityManager,
  proposal: Proposal,
  lang: string,
  { checked, ...text }: Omit<WriteTranslation, 'version'>,
): Promise<void> {
  const source = await sourceOf(em, proposal);
  const before = await textOf(em, proposal.id, lang);
  const paragraphs = inOrderOf(source.paragraphs, alike(source.paragraphs, withWords(text.paragraphs)));
  const now = { ...heading(text), paragraphs };
  const from = before ? translatedAnew(source, before, now, checked) : translatedFrom(source);
  await save(em, proposal, lang, now, from);
}

export async function textsOf(em: EntityManager, proposalId: string): Promise<ProposalTextRow[]> {
  return em.find(ProposalTextRow, { where: { proposalId }, order: { lang: 'ASC' } });
}

export async function sourceOf(em: EntityManager, { id, lang }: Proposal): Promise<ProposalTextRow> {
  return em.findOneByOrFail(ProposalTextRow, { proposalId: id, lang });
}

const textOf = (em: EntityManager, proposalId: string, lang: string): Promise<ProposalTextRow | null> =>
  em.findOneBy(ProposalTextRow, { proposalId, lang });

const heading = ({ title, summary = '' }: WrittenText) => ({ title, summary });

/** What holds no word after cleaning is no paragraph. */
const withWords = (paragraphs: readonly WrittenParagraph[]): WrittenParagraph[] =>
  paragraphs.filter(({ html }) => wordsOf(html) !== '');

/** Where a translation came without ids, its paragraphs translate those at the same places. */
function alike(source: readonly Paragraph[], written: readonly WrittenParagraph[]): Paragraph[] {
  const bare = written.every(({ id }) => id === undefined);
  return written.flatMap((paragraph, at) => {
    const id = bare ? source[at]?.id : paragraph.id;
    return id ? [{ ...paragraph, id }] : [];
  });
}

async function save(
  em: EntityManager,
  { id: proposalId }: Proposal,
  lang: string,
  text: Written,
  from: ProposalTextRow['translatedFrom'],
): Promise<void> {
  if (text.paragraphs.length === 0) throw refuse(PROPOSAL_ERRORS, 'proposal.empty');
  const plain = plainOfParagraphs(text.paragraphs);
  await em.upsert(ProposalTextRow, { proposalId, lang, ...text, plain, translatedFrom: from }, [
    'proposalId',
    'lang',
  ]);
}
