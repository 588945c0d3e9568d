import { type Cells, checkedMoment, countCell, idCell, lineCell, richCell } from './cells.js';
import { BadRow, type Item } from './items.js';
import { proposalTexts } from './proposal-texts.js';
import type { ReadingContext, Sheet } from './sheets.js';

/** Decide Madrid's proposals and their comments, as collected from the platform that became CONSUL. */
export const DECIDE_MADRID_SHEETS: readonly Sheet[] = [
  {
    format: 'decide-madrid',
    order: 0,
    fits: (has) => has('id', 'title', 'summary', 'text', 'date', 'numSupports'),
    read: proposal,
  },
  {
    format: 'decide-madrid',
    order: 1,
    fits: (has) => has('id', 'parentId', 'proposalId', 'text', 'date', 'time', 'numPositiveVotes'),
    read: comment,
  },
];

const PLATFORM = 'decide.madrid.es';
/** Its dates bear no zone: they are the city's own. */
const ZONE = 'Europe/Madrid';
const TOP_LEVEL = '-1';

function proposal(cells: Cells, { lang }: ReadingContext): Item[] {
  const key = `${PLATFORM}/proposals/${idCell(cells, 'id')}`;
  const title = lineCell(cells, 'title');
  const createdAt = `${checkedMoment('date', (cells.date ?? '').trim(), '00:00:00')} ${ZONE}`;
  const text = richCell(cells, 'summary', 'text');
  return [
    {
      kind: 'proposal',
      key,
      topic: null,
      lang,
      texts: proposalTexts([{ lang, title, ...text }]),
      support: countCell(cells, 'numSupports'),
      state: 'admitted',
      createdAt,
    },
    { kind: 'thread', key, topic: null, title, lang, createdAt, onlyWithPosts: true },
  ];
}

function comment(cells: Cells, { lang }: ReadingContext): Item[] {
  const parent = (cells.parentId ?? '').trim() === TOP_LEVEL ? null : idCell(cells, 'parentId');
  return [
    {
      kind: 'post',
      key: `${PLATFORM}/comments/${idCell(cells, 'id')}`,
      thread: `${PLATFORM}/proposals/${idCell(cells, 'proposalId')}`,
      parent: parent === null ? null : `${PLATFORM}/comments/${parent}`,
      lang,
      ...richCell(cells, 'text'),
      support: countCell(cells, 'numPositiveVotes'),
      opposition: countCell(cells, 'numNegativeVotes'),
      createdAt: `${momentOf(cells)} ${ZONE}`,
    },
  ];
}

/** The time is a length since midnight: `0 days 10:50:19`. */
function momentOf(cells: Cells): string {
  const time = /^0 days (\d{2}:\d{2}:\d{2})$/.exec((cells.time ?? '').trim())?.[1];
  if (time === undefined) throw new BadRow('time is not a time of the day');
  return checkedMoment('date', (cells.date ?? '').trim(), time);
}
