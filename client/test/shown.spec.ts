import type { PostView } from '../../src/discussion/discussion.contract.js';
import type { Me } from '../../src/identity/identity.contract.js';
import { treeOf } from '../src/features/discussion/post-tree.js';
import { newest } from '../src/features/forum/newest.js';
import { isOwnPath, pathAfter } from '../src/features/identity/path-after.js';
import { dayOf } from '../src/features/program/day.js';
import { isoOf, localOf } from '../src/features/program/local-time.js';
import { exactText, shareOf, sizeOf } from '../src/features/voting/weight.js';

describe('where one goes after signing in', () => {
  const seat = { forumSlug: 'fes' } as Me['seats'][number];
  const me = (...seats: Me['seats']): Me => ({
    account: null,
    seats,
    abilities: { createForum: false, createCity: false },
  });

  it.each([
    '//elsewhere.example',
    'https://elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '',
  ])('never to %p', (path) => {
    expect(isOwnPath(path)).toBe(false);
    expect(pathAfter(me(seat, seat), path)).toBe('/');
  });

  it('back to where one came from, else to the only forum, else to all', () => {
    expect(pathAfter(me(seat), '/f/fes/polls/1?x=1')).toBe('/f/fes/polls/1?x=1');
    expect(pathAfter(me(seat), null)).toBe('/f/fes');
    expect(pathAfter(me(), null)).toBe('/');
  });
});

describe('the posts of a thread', () => {
  const post = (id: string, parentId: string | null = null) => ({ id, parentId }) as PostView;

  it('stand under what they answer, in the order in which they were said', () => {
    const tree = treeOf([post('1'), post('2', '1'), post('3'), post('4', '2'), post('5', '1')]);
    expect(tree.map((node) => node.post.id)).toEqual(['1', '3']);
    expect(tree[0]?.replies.map((node) => node.post.id)).toEqual(['2', '5']);
    expect(tree[0]?.replies[0]?.replies.map((node) => node.post.id)).toEqual(['4']);
  });

  it('are never lost with a parent that is not there', () => {
    expect(treeOf([post('2', 'gone')]).map((node) => node.post.id)).toEqual(['2']);
  });
});

describe('the news', () => {
  it('mix all kinds by time and leave out what has no time yet', () => {
    const items = newest(
      2,
      [
        { id: 'open', publishedAt: null } as never,
        { id: 'vote', publishedAt: '2014-06-13T10:00:00Z' } as never,
      ],
      [{ id: 'old', createdAt: '2014-06-12T08:00:00Z' } as never],
      [{ id: 'talk', activeAt: '2014-06-13T11:00:00Z' } as never],
      [{ id: 'draft', publishedAt: null } as never],
    );
    expect(items.map(({ id }) => id)).toEqual(['talk', 'vote']);
  });
});

describe('weights', () => {
  it('are sizes to draw, near enough, and nothing of nothing', () => {
    expect(sizeOf('3/2')).toBe(1.5);
    expect(shareOf('1/3', '1')).toBeCloseTo(0.3333);
    expect(shareOf('0', '0')).toBe(0);
  });

  it('are written exactly where that is short, and marked where they are rounded', () => {
    expect(exactText(1234, 'en-GB')).toBe('1,234');
    expect(exactText('3/2', 'en-GB')).toBe('3/2');
    expect(exactText('3/2', 'en-GB', true)).toBe('1.5');
    expect(exactText('1234567/100000', 'en-GB')).toBe('12.34567');
    expect(exactText('-1/100000', 'fr-FR')).toBe('-0,00001');
    expect(exactText('9007199254740993', 'en-GB')).toBe('9,007,199,254,740,993');
    expect(exactText('1000/333', 'en-GB')).toBe('≈ 3.003');
  });
});

describe('the times of a session', () => {
  it('come back from the field as they went in', () => {
    const at = new Date(2014, 5, 12, 9, 30).toISOString();
    expect(localOf(at)).toBe('2014-06-12T09:30');
    expect(dayOf(at)).toBe('2014-06-12');
    expect(isoOf(localOf(at))).toBe(at);
    expect(isoOf('')).toBe('');
  });
});
