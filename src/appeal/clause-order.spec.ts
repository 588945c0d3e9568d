import fc from 'fast-check';
import type { ClauseKind } from './appeal.contract.js';
import { place } from './clause-order.js';
import { standsIn, useOf } from './quotes.js';

const topicIds = ['a', 'b'];
const clause = fc.record({
  kind: fc.constantFrom<ClauseKind>('preambular', 'operative'),
  topicId: fc.constantFrom(null, 'a', 'b'),
});
const clauses = fc
  .array(clause, { maxLength: 12 })
  .map((list) => list.map((each, position) => ({ ...each, id: `c${position}`, position })));

describe('the order of clauses', () => {
  it('has the preamble first, then the topics, and no gap, wherever a clause is put', () => {
    fc.assert(
      fc.property(clauses, clause, fc.option(fc.nat(20)), (others, added, at) => {
        const ordered = place(others, { ...added, id: 'new', position: -1 }, at, topicIds);
        expect(ordered.map(({ position }) => position)).toEqual(ordered.map((_, i) => i));
        const sections = ordered.map(({ kind, topicId }) =>
          kind === 'preambular' ? -1 : topicId === null ? 2 : topicIds.indexOf(topicId),
        );
        expect(sections).toEqual([...sections].sort((a, b) => a - b));
        expect(ordered.map(({ id }) => id).sort()).toEqual([...others.map(({ id }) => id), 'new'].sort());
      }),
    );
  });

  it('moves nothing else: an order that is right stays as it is', () => {
    fc.assert(
      fc.property(clauses, clause, fc.nat(20), (list, added, at) => {
        const once = place(list, { ...added, id: 'new', position: -1 }, at, topicIds);
        const others = once.filter(({ id }) => id !== 'new');
        const again = place(
          others,
          once.find(({ id }) => id === 'new') as (typeof once)[number],
          at,
          topicIds,
        );
        expect(again.filter(({ id }) => id !== 'new').map(({ id }) => id)).toEqual(
          others.map(({ id }) => id),
        );
      }),
    );
  });
});

describe('a quote', () => {
  const source = { lang: 'fr', quote: 'Ouvrir les conseils', use: 'verbatim' as const };
  it.each([
    ['Ouvrir les conseils aux habitants.', true],
    ['ouvrir LES conseils', true],
    ['Ouvrir des conseils.', false],
    ['Rouvrir les conseils.', false],
  ])('stands in %j: %s', (fr, stands) => {
    expect(standsIn(source, { fr })).toBe(stands);
    expect(useOf(source, { fr })).toBe(stands ? 'verbatim' : 'inspired');
    expect(standsIn(source, { en: fr })).toBe(false);
  });
});
