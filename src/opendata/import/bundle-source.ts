import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ContributionBundle } from '../../appeal/compile/bundle.js';
import { BadBundle, readBundleFile } from '../../appeal/compile/read-bundle.js';
import { cleanLine, plainOf } from '../../platform/http/clean-text.js';
import { linesBody } from './cells.js';
import { BadSource, BUNDLE_KEY, type Item, type ReadRow, type RichText } from './items.js';
import { proposalTexts } from './proposal-texts.js';
import type { Source } from './source.js';

/**
 * A bundle as `nidaa export` writes it. Proposals, threads and posts come in as imported, without authors; the
 * endorsements are counted into the imported support. It bears no dates: all get that of the import. Throws BadSource.
 */
export async function openBundle(path: string): Promise<Source> {
  const json = await readFile(path, 'utf8').catch(() => {
    throw new BadSource(`${path} is not there.`);
  });
  const bundle = checked(json);
  const bytes = Buffer.byteLength(json);
  return {
    format: 'bundle',
    lang: bundle.forum.lang,
    bytes,
    leftOut: [],
    async *rows(onBytes) {
      yield* rowsOf(bundle, basename(path), new Date().toISOString());
      onBytes(bytes);
    },
  };
}

function checked(json: string): ContributionBundle {
  try {
    return readBundleFile(json);
  } catch (error) {
    if (error instanceof BadBundle) throw new BadSource(error.message);
    throw error;
  }
}

function* rowsOf(
  { forum, proposals, threads }: ContributionBundle,
  file: string,
  now: string,
): Generator<ReadRow> {
  const topics = new Map(forum.topics.map(({ id, name }) => [id, { key: key(id), name }]));
  const topicOf = (id: string | null): Item[] => {
    const topic = id === null ? undefined : topics.get(id);
    return topic ? [{ kind: 'topic', ...topic }] : [];
  };
  for (const { id, topicId, lang, texts, state, endorsements, importedSupport } of proposals)
    yield row(file, [
      ...topicOf(topicId),
      {
        kind: 'proposal',
        key: key(id),
        topic: key(topicId),
        lang,
        texts: proposalTexts(
          texts.map(({ lang, title, text }) => ({ lang, title: cleanLine(title), body: linesBody(text) })),
        ),
        support: endorsements.reduce((sum, { count }) => sum + count, importedSupport),
        state,
        createdAt: now,
      },
    ]);
  for (const { id, topicId, title, lang, posts } of threads) {
    const thread = key(id);
    yield row(file, [
      ...topicOf(topicId),
      {
        kind: 'thread',
        key: thread,
        topic: key(topicId),
        title: cleanLine(title),
        lang,
        createdAt: now,
        onlyWithPosts: false,
      },
    ]);
    for (const post of posts)
      yield row(file, [
        {
          kind: 'post',
          key: key(post.id),
          thread,
          parent: key(post.parentId),
          lang: post.lang,
          ...rich(post.text),
          support: post.support,
          opposition: post.opposition,
          createdAt: now,
        },
      ]);
  }
}

function row(file: string, items: readonly Item[]): ReadRow {
  const bad = items.some((item) => isEmpty(item)) ? 'a title or a text is empty' : null;
  return { file, line: null, items: bad === null ? items : [], bad, hidden: false };
}

function isEmpty(item: Item): boolean {
  if (item.kind === 'topic') return false;
  if (item.kind === 'thread') return item.title === '';
  if (item.kind === 'post') return item.plain === '';
  return item.texts.length === 0 || item.texts.some(({ title }) => title === '');
}

function rich(text: string): RichText {
  const body = linesBody(text);
  return { body, plain: plainOf(body) };
}

function key<T extends string | null>(id: T): T {
  return (id === null ? null : BUNDLE_KEY + id) as T;
}
