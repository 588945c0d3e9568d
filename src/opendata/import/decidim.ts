import { LANGS, type Localized } from '../../kernel/localized.js';
import type { ProposalState } from '../../proposals/proposals.contract.js';
import {
  addressCell,
  type Cells,
  countCell,
  idCell,
  langCell,
  lineCell,
  momentCell,
  richCell,
} from './cells.js';
import { BadRow, type Item, type TopicItem } from './items.js';
import { localesOf } from './locales.js';
import { proposalTexts } from './proposal-texts.js';
import type { ReadingContext, Sheet } from './sheets.js';

/** What Decidim writes: one file for each component, a column for each locale. Columns beyond these are not read. */
export const DECIDIM_SHEETS: readonly Sheet[] = [
  {
    format: 'decidim',
    order: 0,
    fits: (has) => has('id', 'url', 'votes') && has('title', 'body'),
    read: proposal,
  },
  {
    format: 'decidim',
    order: 1,
    fits: (has) => has('id', 'url') && has('title', 'description'),
    read: debate,
  },
  {
    format: 'decidim',
    order: 2,
    fits: (has) => has('id', 'body', 'commentable_id', 'commentable_type', 'root_commentable_url'),
    read: comment,
  },
];

/** What Decidim's answers to a proposal are here; a proposal without one lies before the forum. */
const STATES: Readonly<Record<string, ProposalState>> = {
  accepted: 'adopted',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
};

function proposal(cells: Cells, { lang: exportLang }: ReadingContext): Item[] {
  const { host, key } = addressCell(cells, 'url');
  idCell(cells, 'id');
  const createdAt = momentCell(cells, 'created_at');
  const category = categoryOf(cells, host);
  const texts = writtenIn(cells, 'title', exportLang).map(({ column, locale }) => ({
    lang: locale ?? exportLang,
    title: lineCell(cells, column),
    ...richCell(cells, locale === null ? 'body' : `body/${locale}`),
  }));
  const [first] = texts;
  if (!first) throw new BadRow('title is empty');
  const topic = category?.key ?? null;
  return [
    ...(category ? [category] : []),
    {
      kind: 'proposal',
      key,
      topic,
      lang: first.lang,
      texts: proposalTexts(texts),
      support: countCell(cells, 'votes'),
      state: STATES[(cells.state ?? '').trim()] ?? 'admitted',
      createdAt,
    },
    { kind: 'thread', key, topic, title: first.title, lang: first.lang, createdAt, onlyWithPosts: true },
  ];
}

/** A debate is a thread. Its description is the first post, unless it only names one of the topics. */
function debate(cells: Cells, context: ReadingContext): Item[] {
  const { host, key } = addressCell(cells, 'url');
  idCell(cells, 'id');
  const createdAt = momentCell(cells, 'created_at');
  const [title] = writtenIn(cells, 'title', context.lang);
  if (!title) throw new BadRow('title is empty');
  const lang = title.locale ?? context.lang;
  const description = title.locale === null ? 'description' : `description/${title.locale}`;
  const text = cells[description]?.trim() ? richCell(cells, description) : null;
  const category = categoryOf(cells, host);
  const named = text ? context.topicNamed(text.plain) : null;
  const thread: Item = {
    kind: 'thread',
    key,
    topic: category?.key ?? named,
    title: lineCell(cells, title.column),
    lang,
    createdAt,
    onlyWithPosts: false,
  };
  const figures = { support: 0, opposition: 0 };
  const opening: Item[] =
    text && !named
      ? [{ kind: 'post', key, thread: key, parent: null, lang, ...text, ...figures, createdAt }]
      : [];
  return [...(category ? [category] : []), thread, ...opening];
}

/** Numbers are each platform's own, and exports of several lie mixed in life: only the address tells whose. */
function comment(cells: Cells, { lang }: ReadingContext): Item[] {
  const { host, key: thread } = addressCell(cells, 'root_commentable_url');
  const answersComment = (cells.commentable_type ?? '').endsWith('Comment');
  return [
    {
      kind: 'post',
      key: `${host}/comments/${idCell(cells, 'id')}`,
      thread,
      parent: answersComment ? `${host}/comments/${idCell(cells, 'commentable_id')}` : null,
      lang: langCell(cells, 'locale', lang),
      ...richCell(cells, 'body'),
      support: 0,
      opposition: 0,
      createdAt: momentCell(cells, 'created_at'),
    },
  ];
}

/** The locales in which a column is filled, the export's own first; a column without locales counts as one. */
function writtenIn(cells: Cells, name: string, lang: string): { column: string; locale: string | null }[] {
  return localesOf(Object.keys(cells), name)
    .filter(({ column }) => cells[column]?.trim())
    .sort((a, b) => Number(b.locale === lang) - Number(a.locale === lang));
}

/** The category as a topic. Where a locale has no name, that of another stands in until somebody translates it. */
function categoryOf(cells: Cells, host: string): TopicItem | null {
  const id = cells['category/id']?.trim();
  if (!id) return null;
  const names = localesOf(Object.keys(cells), 'category/name')
    .filter(({ column }) => cells[column]?.trim())
    .map(({ column, locale }) => [locale, lineCell(cells, column)] as const);
  const [first] = names;
  if (!first) return null;
  const named = new Map(names);
  const name = Object.fromEntries(LANGS.map((lang) => [lang, named.get(lang) ?? first[1]])) as Localized;
  return { kind: 'topic', key: `${host}/categories/${idCell(cells, 'category/id')}`, name };
}
