import { Post } from '../../discussion/post.entity.js';
import type { SamplePost } from './content/content.js';
import { THREADS } from './content/threads/threads.js';
import type { SampleHall } from './sample-hall.js';
import type { SampleRooms } from './sample-rooms.js';
import { asHtml } from './sample-text.js';

/** From the eve of the forum on, the last just before the first start. */
const FIRST = -38;
const HOURS_APART = 5;
const MINUTES_TO_ANSWER = 35;

/** Opens the threads and answers in them. */
export async function discuss(rooms: SampleRooms, hall: SampleHall): Promise<void> {
  for (const [index, { topic, title, posts }] of THREADS.entries()) {
    const [first, ...answers] = posts;
    const opened = FIRST + index * HOURS_APART;
    rooms.clock.set(opened);
    const thread = await rooms.threads.openThread(hall.reader(first.author), hall.slug, {
      title,
      body: asHtml(first.paragraphs),
      lang: first.lang,
      topicId: hall.topicId(topic),
    });
    const ids = [(await rooms.em.findOneByOrFail(Post, { threadId: thread.id })).id];
    for (const answer of answers) {
      rooms.clock.set(opened, ids.length * MINUTES_TO_ANSWER);
      ids.push(await reply(rooms, hall, thread.id, ids, answer));
    }
  }
}

async function reply(
  { posts }: SampleRooms,
  hall: SampleHall,
  threadId: string,
  ids: readonly string[],
  { author, lang, paragraphs, to }: SamplePost,
): Promise<string> {
  const parentId = to === undefined ? undefined : ids[to];
  const body = asHtml(paragraphs);
  const { id } = await posts.addPost(hall.reader(author), threadId, {
    body,
    lang,
    ...(parentId && { parentId }),
  });
  return id;
}
