import fc from 'fast-check';
import { editedParagraphs, paragraph } from '../../../test/support/random-texts.js';
import { applyChanges, changesBetween, type Paragraph } from '../../text/changes.js';
import type { Spot } from '../../text/links.js';
import { merge } from '../../text/merge.js';
import { type Amendment, overlay } from '../../text/overlay.js';
import { type Chosen, chosenText, excludesIn, standingText, twiceIn } from './chosen-text.js';
import { changesTaken, fateOf, followedIn } from './fates.js';
import { spotsIn } from './standing-choices.js';

/** A text, and amendments that were each made on it. */
const amended = fc
  .tuple(editedParagraphs(5), fc.array(fc.tuple(fc.nat(), fc.nat(2), paragraph(6)), { maxLength: 8 }))
  .map(([[base, first], edits]): { base: Paragraph[]; amendments: Amendment[] } => {
    const texts = edits.map(([place, kind, text], at) => {
      const next = [...base];
      const found = next[place % (next.length + 1)];
      if (kind === 0 || !found) next.splice(place % (next.length + 1), 0, { id: `n${at}`, text });
      else if (kind === 1) next[next.indexOf(found)] = { ...found, text };
      else next.splice(next.indexOf(found), 1);
      return next;
    });
    const amendments = [first, ...texts].map((text, at) => ({
      id: `A${at}`,
      changes: changesBetween(base, text),
    }));
    return { base, amendments };
  });

/** Takes at every spot what these want there, of those that collide the first. */
function taking(base: readonly Paragraph[], amendments: readonly Amendment[]): Map<Spot, Chosen> {
  const choices = new Map<Spot, Chosen>();
  for (const [spot, { layer, names, next }] of spotsIn(overlay(base, amendments))) {
    const excludes = next === null ? excludesIn(layer) : [];
    const by: string[] = [];
    for (const name of names)
      if (!by.some((other) => excludes.some((pair) => pair.includes(name) && pair.includes(other))))
        by.push(name);
    choices.set(spot, { kind: 'take', by });
  }
  return choices;
}

describe('the text of what was chosen', () => {
  it('is the original where the original was chosen, and where nothing was', () => {
    fc.assert(
      fc.property(amended, ({ base, amendments }) => {
        const laid = overlay(base, amendments);
        expect(standingText(chosenText(laid, new Map()))).toEqual(base);
        const original = new Map(
          [...spotsIn(laid).keys()].map((spot): [Spot, Chosen] => [spot, { kind: 'original' }]),
        );
        expect(standingText(chosenText(laid, original))).toEqual(base);
        expect([...followedIn(laid, original).values()].every(({ taken }) => taken === 0)).toBe(true);
      }),
    );
  });

  it('is what merging makes of amendments that do not collide, each accepted', () => {
    fc.assert(
      fc.property(amended, ({ base, amendments }) => {
        const merged = merge(base, amendments);
        fc.pre(merged.collisions.length === 0 && merged.held.length === 0);
        const laid = overlay(base, amendments);
        const choices = taking(base, amendments);
        const text = chosenText(laid, choices);
        expect(text).toEqual(merged.paragraphs);
        for (const { id } of amendments)
          expect(fateOf(followedIn(laid, choices).get(id))).toBe(
            amendments.find((each) => each.id === id)?.changes.length ? 'accepted' : 'open',
          );
      }),
    );
  });

  it('is one amendment’s text where all of it is taken, whatever the others want', () => {
    fc.assert(
      fc.property(amended, fc.nat(), ({ base, amendments }, which) => {
        const one = amendments[which % amendments.length] as Amendment;
        const laid = overlay(base, amendments);
        const choices = new Map(
          [...spotsIn(laid)]
            .filter(([, { names }]) => names.includes(one.id))
            .map(([spot]): [Spot, Chosen] => [spot, { kind: 'take', by: [one.id] }]),
        );
        const text = applyChanges(base, one.changes);
        expect(standingText(chosenText(laid, choices)).map((each) => each.text)).toEqual(
          text.map((each) => each.text),
        );
        expect(applyChanges(base, changesTaken(base, laid, one, choices))).toEqual(text);
      }),
    );
  });

  it('does not depend on the order in which it was chosen, nor on that of the amendments', () => {
    fc.assert(
      fc.property(amended, fc.infiniteStream(fc.nat()), ({ base, amendments }, random) => {
        const shuffled = <T>(all: Iterable<T>): T[] =>
          [...all]
            .map((each) => [random.next().value as number, each] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, each]) => each);
        const choices = [...taking(base, amendments)];
        const one = chosenText(overlay(base, amendments), new Map(choices));
        const turned = shuffled(choices).map(([spot, chosen]): [Spot, Chosen] => [
          spot,
          chosen.kind === 'take' ? { ...chosen, by: shuffled(chosen.by) } : chosen,
        ]);
        expect(chosenText(overlay(base, shuffled(amendments)), new Map(turned))).toEqual(one);
      }),
    );
  });
});

describe('at one spot', () => {
  const base = [{ id: 'p', text: 'The city pays for its water.' }];
  const wish = (id: string, text: string): Amendment => ({
    id,
    changes: [{ kind: 'replace', id: 'p', text }],
  });
  const laid = overlay(base, [
    wish('A', 'The region pays for its water.'),
    wish('B', 'The city pays for its clean water.'),
    wish('C', 'The state pays for its water.'),
  ]);
  const choose = (chosen: Chosen) => {
    const choices = new Map<Spot, Chosen>([['paragraph p', chosen]]);
    return { text: chosenText(laid, choices), followed: followedIn(laid, choices), choices };
  };

  it('both are taken where they do not collide, and it is said who cannot be taken with whom', () => {
    const { text, followed } = choose({ kind: 'take', by: ['A', 'B'] });
    expect(text[0]).toMatchObject({ text: 'The region pays for its clean water.', by: ['A', 'B'] });
    expect(fateOf(followed.get('A'))).toBe('accepted');
    expect(fateOf(followed.get('C'))).toBe('open');
    expect(laid.layers.flatMap(excludesIn)).toEqual([['A', 'C']]);
  });

  it('a third text names whom it settles, word by word where their words are in it', () => {
    const paragraphs = [{ id: 'p', text: 'The region pays for all of its clean water.' }];
    const { text, followed, choices } = choose({ kind: 'write', by: ['A', 'B'], paragraphs });
    const made = text[0]?.edits.map((edit) => [edit.text, edit.by]);
    expect(made?.[0]).toEqual(['region', ['A']]);
    expect(fateOf(followed.get('A'))).toBe('modified');
    expect(changesTaken(base, laid, wish('A', ''), choices)).toEqual([
      { kind: 'replace', id: 'p', text: paragraphs[0]?.text },
    ]);
  });

  it('a paragraph that was moved stands twice if only one of its changes is taken', () => {
    const text = [
      { id: 'a', text: 'First of all the water.' },
      { id: 'b', text: 'Then the bread.' },
    ];
    const moved = overlay(text, [{ id: 'M', changes: changesBetween(text, [...text].reverse()) }]);
    const spots = [...spotsIn(moved)].filter(([, { names }]) => names.length > 0).map(([spot]) => spot);
    expect(spots).toHaveLength(2);
    const place = spots.find((spot) => !spot.startsWith('paragraph')) as Spot;
    const half = chosenText(moved, new Map<Spot, Chosen>([[place, { kind: 'take', by: ['M'] }]]));
    expect(twiceIn(half).size).toBe(1);
  });
});
