import { LANGS } from '../../kernel/localized.js';
import type { SampleProposal } from './content/content.js';
import { PEOPLE } from './content/people.js';
import { PROPOSALS } from './content/proposals/proposals.js';
import type { SampleHall } from './sample-hall.js';
import type { SampleRooms } from './sample-rooms.js';
import { asParagraphs } from './sample-text.js';

const HEADS = new Set(PEOPLE.flatMap(({ key, head }) => (head ? [key] : [])));
const VOTED: readonly SampleProposal['state'][] = ['on-the-table', 'voted'];
const FIRST = -14 * 24;
const HOURS_APART = 9;
const HOURS_TO_ADMIT = 20;

/** Writes all proposals, in three languages, and takes each as far as it got before the forum; answers ids by key. */
export async function propose(rooms: SampleRooms, hall: SampleHall): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const [index, sample] of PROPOSALS.entries()) {
    const drafted = FIRST + index * HOURS_APART;
    rooms.clock.set(drafted);
    const written = await write(rooms, hall, sample);
    ids.set(sample.key, written.id);
    if (sample.state !== 'draft') await moveOn(rooms, hall, sample, { ...written, drafted });
  }
  return ids;
}

interface Written {
  readonly id: string;
  /** The version after the last change. */
  readonly version: number;
}

async function write({ proposals }: SampleRooms, hall: SampleHall, sample: SampleProposal): Promise<Written> {
  const author = hall.reader(sample.author);
  const text = (lang: SampleProposal['lang']) => ({
    title: sample.title[lang],
    paragraphs: asParagraphs(sample.body[lang]),
  });
  const topicId = hall.topicId(sample.topic);
  const id = await proposals.draftProposal(author, hall.slug, {
    lang: sample.lang,
    topicId,
    ...text(sample.lang),
  });
  let version = 1;
  for (const lang of LANGS.filter((other) => other !== sample.lang))
    await proposals.writeTranslation(author, id, lang, { ...text(lang), version: version++ });
  return { id, version };
}

async function moveOn(
  { proposalMoves, endorsements, clock }: SampleRooms,
  hall: SampleHall,
  { author, state, reason, endorsers }: SampleProposal,
  { id, version, drafted }: Written & { drafted: number },
): Promise<void> {
  clock.set(drafted + 1);
  await proposalMoves.moveProposal(hall.reader(author), id, 'submit', { version });
  if (state === 'submitted') return;
  clock.set(drafted + HOURS_TO_ADMIT);
  const answer = { version: version + 1, ...(reason && { reason }) };
  await proposalMoves.moveProposal(hall.moderator, id, state === 'returned' ? 'return' : 'admit', answer);
  for (const [index, endorser] of endorsers.entries()) {
    clock.set(drafted + HOURS_TO_ADMIT, (index + 1) * 90);
    const reader = hall.reader(endorser);
    await endorsements.endorse(reader, id);
    // Where it comes to a vote, a head who is convinced speaks for the city too.
    if (HEADS.has(endorser) && VOTED.includes(state)) await endorsements.endorseForCity(reader, id);
  }
}
