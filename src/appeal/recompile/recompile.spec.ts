import fc from 'fast-check';
import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import type { SuggestionDecision } from '../appeal.contract.js';
import type { DraftClause, DraftSource } from '../compile/draft.js';
import { decide } from './decide.js';
import { sameWords } from './join-clause.js';
import { type CompiledState, type NamedClause, type Recompiled, recompile } from './recompile.js';

const source = (id: string, quote: string): DraftSource => ({
  contribution: { kind: 'proposal', id },
  lang: 'fr',
  quote,
  use: 'verbatim',
});
const WORDS = ['Ouvrir les conseils.', 'Ouvrir tous les conseils aux habitants.', 'Publier les comptes.'];
const words = fc.constantFrom(...WORDS);
const texts = fc
  .tuple(words, fc.option(words), fc.option(words))
  .map(([fr, ar, en]) => ({ fr, ...(ar && { ar }), ...(en && { en }) }));
const place = fc.constantFrom(
  { kind: 'preambular', topicId: null } as const,
  { kind: 'operative', topicId: 'a' } as const,
  { kind: 'operative', topicId: 'b' } as const,
);

/** A compile's draft: each contribution leads one clause at most, beside joining words. */
const drafts: fc.Arbitrary<DraftClause[]> = fc
  .tuple(
    fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 7 }),
    fc.infiniteStream(fc.tuple(texts, place, fc.uniqueArray(fc.nat(9), { maxLength: 3 }), fc.nat(99))),
    fc.option(words),
  )
  .map(([leaders, stream, opening]) => [
    ...(opening ? [joining(opening)] : []),
    ...leaders.map((leader) => {
      const [said, where, others, total] = stream.next().value;
      const behind = [leader, ...others.filter((id: number) => id !== leader)];
      return {
        ...where,
        lang: 'fr',
        texts: said,
        editorial: null,
        sources: behind.map((id) => source(`p${id}`, `quote ${id}`)),
        score: { support: total, cities: 1, regions: 1, languages: 1, total },
      };
    }),
  ]);

function joining(fr: string): DraftClause {
  return {
    ...{ kind: 'preambular', topicId: null, lang: 'fr', editorial: 'template', sources: [], score: null },
    texts: { fr },
  };
}

/** What people do to a draft between two compiles. */
type Edit =
  | { readonly what: 'word'; readonly at: number; readonly texts: DraftClause['texts'] }
  | { readonly what: 'put'; readonly at: number; readonly where: Pick<DraftClause, 'kind' | 'topicId'> }
  | { readonly what: 'remove' | 'up' | 'cut' | 'cite'; readonly at: number }
  | { readonly what: 'add'; readonly at: number; readonly texts: DraftClause['texts'] };

const at = fc.nat(20);
const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant('word' as const), at, texts }),
    fc.record({ what: fc.constant('put' as const), at, where: place }),
    fc.record({ what: fc.constantFrom('remove', 'up', 'cut', 'cite' as const), at }),
    fc.record({ what: fc.constant('add' as const), at, texts }),
  ) as fc.Arbitrary<Edit>,
  { maxLength: 6 },
);

let made = 0;
const newId = () => `n${made++}`;

function edited(draft: readonly NamedClause[], list: readonly Edit[]): NamedClause[] {
  const result = [...draft];
  for (const edit of list) {
    const i = result.length ? edit.at % result.length : 0;
    const [id, clause] = [result[i]?.id, result[i]?.clause];
    if (edit.what === 'add') {
      const own = { ...joining(''), texts: edit.texts, editorial: 'Voulu par le comité.' };
      result.splice(i, 0, { id: newId(), clause: own });
    } else if (!id || !clause) continue;
    else if (edit.what === 'word') result[i] = { id, clause: { ...clause, texts: edit.texts } };
    else if (edit.what === 'put') result[i] = { id, clause: { ...clause, ...edit.where } };
    else if (edit.what === 'remove') result.splice(i, 1);
    else if (edit.what === 'up' && i > 0) result.splice(i - 1, 0, ...result.splice(i, 1));
    else if (edit.what === 'cut') result[i] = { id, clause: { ...clause, sources: clause.sources.slice(1) } };
    else if (edit.what === 'cite')
      result[i] = { id, clause: { ...clause, sources: [...clause.sources, source('own', 'our quote')] } };
  }
  return result;
}

const begun = (draft: readonly DraftClause[]): Recompiled => recompile([], [], draft, newId);
const bytes = (value: unknown): string => canonicalJson(value as Json);
const clausesOf = ({ clauses }: Pick<Recompiled, 'clauses'>) => clauses.map(({ clause }) => clause);
const find = (list: readonly NamedClause[], id: string) =>
  list.find((each) => each.id === id)?.clause ?? null;

/** A draft, what people made of it, and the next compile. */
const stories = fc.tuple(drafts, edits, drafts).map(([draft, list, next]) => {
  const first = begun(draft);
  return { first, today: edited(first.clauses, list), next };
});

/** Decides everything that is suggested, each as `choose` says. */
function settled(
  { clauses, compiled, suggestions }: Recompiled,
  choose: (at: number) => SuggestionDecision,
): { today: NamedClause[]; last: CompiledState[] } {
  let [today, last] = [[...clauses], [...compiled]];
  for (const [i, { id, theirs }] of suggestions.entries()) {
    const base = find(last, id) as DraftClause;
    const collision = { base, ours: find(today, id), theirs };
    const outcome = decide(collision, choose(i)) ?? decide(collision, 'keep');
    const { clause, compiled: state } = outcome as NonNullable<typeof outcome>;
    if (collision.ours && clause) today = today.map((each) => (each.id === id ? { id, clause } : each));
    else if (clause) today = [...today, { id, clause }];
    else today = today.filter((each) => each.id !== id);
    last = state
      ? last.map((each) => (each.id === id ? { id, ...state, offered: null } : each))
      : last.filter((each) => each.id !== id);
  }
  return { today, last };
}

describe('a new compile', () => {
  it('is the draft, where nobody edited the last one', () => {
    fc.assert(
      fc.property(drafts, drafts, (draft, next) => {
        const first = begun(draft);
        const again = recompile(first.compiled, first.clauses, next, newId);
        expect(clausesOf(again)).toEqual(next);
        expect(again.suggestions).toEqual([]);
      }),
    );
  });

  it('changes nothing, where it is the last one over again', () => {
    fc.assert(
      fc.property(drafts, edits, (draft, list) => {
        const first = begun(draft);
        const today = edited(first.clauses, list);
        const again = recompile(first.compiled, today, draft, newId);
        expect(again.clauses).toEqual(today);
        expect(again.suggestions).toEqual([]);
      }),
    );
  });

  it('never touches the words that people wrote, and leaves out none of them', () => {
    fc.assert(
      fc.property(stories, ({ first, today, next }) => {
        const { clauses } = recompile(first.compiled, today, next, newId);
        for (const { id, clause } of today) {
          const base = find(first.compiled, id);
          if (!base) expect(find(clauses, id)).toEqual(clause);
          else if (!sameWords(base, clause)) expect(clauses.some((each) => each.id === id)).toBe(true);
          const langs = base
            ? Object.keys(clause.texts).filter((l) => clause.texts[l] !== base.texts[l])
            : [];
          for (const lang of langs) expect(find(clauses, id)?.texts[lang]).toBe(clause.texts[lang]);
        }
      }),
    );
  });

  it('brings back nothing by itself that people took out, neither a clause nor a source', () => {
    fc.assert(
      fc.property(stories, ({ first, today, next }) => {
        const { clauses } = recompile(first.compiled, today, next, newId);
        for (const { id, clause: base } of first.compiled) {
          const ours = find(today, id);
          if (!ours) expect(find(clauses, id)).toBeNull();
          const mine = new Set(ours?.sources.map(bytes));
          const taken = new Set(base.sources.map(bytes).filter((each) => !mine.has(each)));
          expect(find(clauses, id)?.sources.filter((each) => taken.has(bytes(each))) ?? []).toEqual([]);
        }
      }),
    );
  });

  it('loses nothing: each of its clauses is in the draft, in a suggestion, or was taken out by people', () => {
    fc.assert(
      fc.property(stories, ({ first, today, next }) => {
        const again = recompile(first.compiled, today, next, newId);
        const held = again.suggestions.flatMap(({ theirs }) => (theirs ? [bytes(theirs)] : []));
        for (const clause of next) {
          const known = again.compiled.find((state) => bytes(state.clause) === bytes(clause));
          expect(known !== undefined || held.includes(bytes(clause))).toBe(true);
          if (held.includes(bytes(clause)) || !known) continue;
          const ours = find(again.clauses, known.id);
          const base = find(first.compiled, known.id);
          if (!ours) expect(base && sameWords(base, clause)).toBe(true);
          else if (!sameWords(ours, clause)) {
            const was = find(today, known.id) as DraftClause;
            // People's words stand where the compile changed nothing; or both only added languages.
            expect(
              base &&
                (sameWords(base, clause) ||
                  Object.keys(base.texts).every((l) => ours.texts[l] === base.texts[l])),
            ).toBe(true);
            expect(
              sameWords(ours, was) ||
                Object.keys(clause.texts).every((l) => ours.texts[l] === clause.texts[l]),
            ).toBe(true);
          }
        }
      }),
    );
  });

  it('suggests the same again until it is decided, and never once it is', () => {
    const decisions = fc.infiniteStream(fc.constantFrom('keep', 'take', 'both' as const));
    fc.assert(
      fc.property(stories, decisions, ({ first, today, next }, choices) => {
        const once = recompile(first.compiled, today, next, newId);
        const twice = recompile(once.compiled, once.clauses, next, newId);
        expect(twice).toEqual(once);
        const { today: after, last } = settled(once, () => choices.next().value);
        const third = recompile(last, after, next, newId);
        expect(third.suggestions).toEqual([]);
        expect([...third.clauses].sort(byId)).toEqual([...after].sort(byId));
      }),
    );
  });

  it('gives its own words where they are taken, and keeps people’s where they are kept', () => {
    fc.assert(
      fc.property(stories, ({ first, today, next }) => {
        const once = recompile(first.compiled, today, next, newId);
        const [kept, taken] = [settled(once, () => 'keep'), settled(once, () => 'take')];
        for (const { id, theirs } of once.suggestions) {
          const ours = find(once.clauses, id);
          expect(find(kept.today, id)).toEqual(ours);
          const now = find(taken.today, id);
          if (!theirs) expect(now).toBeNull();
          else if (ours && now) {
            const base = find(once.compiled, id) as DraftClause;
            expect(sameWords(now, theirs) || sameWords(theirs, base) || sameWords(now, ours)).toBe(true);
          } else expect(now).toEqual(theirs);
        }
      }),
    );
  });
});

const byId = (a: NamedClause, b: NamedClause): number => (a.id < b.id ? -1 : 1);

describe('a clause that was changed on both sides', () => {
  const clause = (fr: string): DraftClause => ({
    ...{ kind: 'operative', topicId: 'a', lang: 'fr', editorial: null, score: null },
    texts: { fr },
    sources: [source('p1', 'q')],
  });
  const base = clause('Ouvrir les conseils des villes aux habitants une fois par an.');
  const ours = clause('Ouvrir les conseils des grandes villes aux habitants une fois par an.');

  it('can have both changes where they touch different words', () => {
    const theirs = clause('Ouvrir les conseils des villes aux habitants deux fois par an.');
    expect(decide({ base, ours, theirs }, 'both')?.clause?.texts).toEqual({
      fr: 'Ouvrir les conseils des grandes villes aux habitants deux fois par an.',
    });
  });

  it('can have one of them where they touch the same', () => {
    const theirs = clause('Ouvrir les conseils des petites villes aux habitants une fois par an.');
    expect(decide({ base, ours, theirs }, 'both')).toBeNull();
    expect(decide({ base, ours, theirs }, 'keep')?.clause).toEqual(ours);
    expect(decide({ base, ours, theirs }, 'take')?.clause).toEqual(theirs);
  });

  it('is the same clause when another of those who say it comes to lead', () => {
    const led = (leader: string, other: string, fr: string): DraftClause => ({
      ...clause(fr),
      sources: [source(leader, 'q'), source(other, 'q')],
    });
    const first = begun([led('p1', 'p2', 'Un.'), led('p3', 'p4', 'Trois.')]);
    const next = [led('p3', 'p4', 'Trois.'), led('p2', 'p1', 'Deux.')];
    const again = recompile(first.compiled, first.clauses, next, newId);
    expect(again.clauses.map(({ id }) => id)).toEqual([...first.clauses.map(({ id }) => id)].reverse());
  });
});
