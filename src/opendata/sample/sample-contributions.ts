import { Post } from '../../discussion/post.entity.js';
import type { SampleProposal, SampleThread } from './content/content.js';
import { PROPOSALS } from './content/proposals/proposals.js';
import { THREADS } from './content/threads/threads.js';
import type { SampleHall } from './sample-hall.js';
import type { SampleRooms } from './sample-rooms.js';

/** Hours before the sitting that is under way: the discussion comes first, the proposals grow out of it. */
const DISCUSSED = -16 * 24;
const PROPOSED = -10 * 24;
const MINUTES_APART = 37;

const asHtml = (paragraphs: readonly string[]): string => paragraphs.map((text) => `<p>${text}</p>`).join('');

/** Opens the threads and lets everyone speak in turn. */
export async function holdDiscussion(rooms: SampleRooms, hall: SampleHall): Promise<void> {
  for (const [index, thread] of THREADS.entries()) {
    rooms.clock.set(DISCUSSED + index * 12);
    await holdThread(rooms, hall, thread);
  }
}

async function holdThread(
  { threads, posts, clock, em }: SampleRooms,
  hall: SampleHall,
  { topic, title, posts: spoken }: SampleThread,
): Promise<void> {
  const [first, ...others] = spoken;
  const { id } = await threads.openThread(hall.reader(first.author), hall.slug, {
    title,
    lang: first.lang,
    body: asHtml(first.paragraphs),
    topicId: hall.topicId(topic),
  });
  const opened = await em.findOneByOrFail(Post, { threadId: id });
  const ids = [opened.id];
  const start = clock.now();
  for (const [index, { author, lang, paragraphs, to }] of others.entries()) {
    clock.turnTo(new Date(start.getTime() + (index + 1) * MINUTES_APART * 60_000));
    const parentId = to === undefined ? undefined : ids[to];
    const body = asHtml(paragraphs);
    const post = await posts.addPost(hall.reader(author), id, { body, lang, ...(parentId && { parentId }) });
    ids.push(post.id);
  }
}

/** Writes, translates, submits, admits and endorses, as far as each proposal got. Answers the ids by key. */
export async function bringProposals(
  rooms: SampleRooms,
  hall: SampleHall,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const [index, sample] of PROPOSALS.entries()) {
    rooms.clock.set(PROPOSED + index * 6);
    ids.set(sample.key, await bring(rooms, hall, sample));
  }
  return ids;
}

async function bring(
  { proposals, endorsements }: SampleRooms,
  hall: SampleHall,
  sample: SampleProposal,
): Promise<string> {
  const { author, lang, title, body, state, reason } = sample;
  const writer = hall.reader(author);
  const text = (l: typeof lang) => ({ title: title[l], body: asHtml(body[l]) });
  const id = await proposals.draftProposal(writer, hall.slug, {
    lang,
    topicId: hall.topicId(sample.topic),
    ...text(lang),
  });
  let version = 1;
  for (const other of (['ar', 'fr', 'en'] as const).filter((l) => l !== lang))
    await proposals.writeTranslation(writer, id, other, { ...text(other), version: version++ });
  if (state === 'draft') return id;
  await proposals.moveProposal(writer, id, 'submit', { version: version++ });
  if (state === 'submitted') return id;
  if (state === 'returned') {
    await proposals.moveProposal(hall.moderator, id, 'return', { version, reason: reason ?? '' });
    return id;
  }
  await proposals.moveProposal(hall.moderator, id, 'admit', { version });
  for (const endorser of sample.endorsers) await endorsements.endorse(hall.reader(endorser), id);
  return id;
}
