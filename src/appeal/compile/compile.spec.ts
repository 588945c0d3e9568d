import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { smallBundle } from '../../../test/support/bundles.js';
import { example } from '../../../test/support/examples.js';
import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { sha256 } from '../../kernel/hash-chain.js';
import { LANGS, type Lang } from '../../kernel/localized.js';
import { PROPOSAL_STATES } from '../../proposals/proposals.contract.js';
import { FATES } from '../appeal.contract.js';
import { standsIn } from '../quotes.js';
import type { BundleProposal, ContributionBundle } from './bundle.js';
import { compileDraft, compileInSteps } from './compile.js';
import type { ContributionRef, Draft } from './draft.js';
import { COMPILERS, type CompilerName } from './editions.js';
import { readBundleFile } from './read-bundle.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const fixture = (...path: string[]): string => readFileSync(join(ROOT, 'test', 'fixtures', ...path), 'utf8');
const sumOf = (bundle: ContributionBundle, by: CompilerName): string =>
  sha256(bytesOf(compileDraft(bundle, bundle.forum.lang, by)));
const bytesOf = (draft: Draft): string => `${canonicalJson(draft as unknown as Json)}\n`;

/** Sentences as people write them: fit ones, unfit ones, near twins and contraries. */
const SENTENCES: Readonly<Record<Lang, readonly string[]>> = {
  fr: [
    'Créer un fonds commun pour restaurer les maisons des vieilles villes.',
    'Je propose de créer un fonds commun pour restaurer les vieilles maisons.',
    'Il ne faut pas créer un fonds commun pour restaurer les vieilles maisons.',
    'Considérant que la ville appartient à celles et ceux qui y vivent.',
    'Les villes doivent publier leurs comptes une fois par an dans toutes leurs langues.',
    'Bonjour à tous !',
    'Le jumelage est une école de la démocratie pour les jeunes des deux rives.',
    'Nous nous engageons à ouvrir les conseils municipaux aux habitants des quartiers.',
    'Pourquoi pas ?',
  ],
  ar: [
    'ينبغي أن تُرمَّم البيوت العتيقة بمشاركة سكان المدينة القديمة.',
    'نلتزم بأن نفتح مجالس المدن أمام سكان الأحياء في كل دورة.',
    'شكرا جزيلا.',
  ],
  en: [
    'Cities should open their archives to the schools of every quarter.',
    'Create a common fund for restoring the houses of the old towns.',
    'Thank you all.',
  ],
};

const cityId = fc.constantFrom(null, 'fez', 'antwerp', 'coimbra');
const said = fc.constantFrom(...LANGS).chain((lang) =>
  fc.record({
    lang: fc.constant(lang as string),
    text: fc
      .array(fc.constantFrom(...SENTENCES[lang]), { minLength: 1, maxLength: 4 })
      .map((s) => s.join(' ')),
  }),
);
const proposals: fc.Arbitrary<BundleProposal[]> = fc
  .array(
    fc.record({
      said,
      cityId,
      topicId: fc.constantFrom(null, 'heritage', 'budget'),
      state: fc.constantFrom(...PROPOSAL_STATES.filter((state) => !['draft', 'returned'].includes(state))),
      support: fc.nat(50),
      endorsingCities: fc.uniqueArray(
        fc.record({
          cityId: fc.constantFrom('fez', 'antwerp', 'coimbra'),
          lang: fc.constantFrom(...LANGS),
        }),
        { selector: ({ cityId }) => cityId },
      ),
      endorsements: fc.uniqueArray(
        fc.record({ cityId, lang: fc.constantFrom(...LANGS), count: fc.integer({ min: 1, max: 9 }) }),
        {
          selector: (each) => `${each.cityId} ${each.lang}`,
          maxLength: 4,
        },
      ),
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ said: { lang, text }, support, ...rest }, i) => ({
      ...rest,
      id: `p${i}`,
      number: i + 1,
      lang,
      texts: [{ lang, title: 'Titre', text }],
      importedSupport: support,
      poll: null,
    })),
  );
const posts = fc
  .array(fc.record({ said, cityId, support: fc.nat(20), opposition: fc.nat(20) }), { maxLength: 20 })
  .map((rows) => rows.map(({ said: own, ...rest }, i) => ({ id: `m${i}`, parentId: null, ...own, ...rest })));
const bundles: fc.Arbitrary<ContributionBundle> = fc.tuple(proposals, posts).map(([made, spoken]) => ({
  ...smallBundle(),
  proposals: made,
  threads: [
    { id: 't0', topicId: null, title: 'Débat', lang: 'fr', posts: spoken.filter((_, i) => i % 2 === 0) },
    { id: 't1', topicId: 'heritage', title: 'Patrimoine', lang: 'fr', posts: spoken.filter((_, i) => i % 2) },
  ],
}));

const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
const reordered = (bundle: ContributionBundle): fc.Arbitrary<ContributionBundle> =>
  fc
    .tuple(
      shuffled(bundle.proposals),
      shuffled(bundle.threads),
      shuffled(bundle.cities),
      shuffled(bundle.forum.topics),
    )
    .map(([made, threads, cities, topics]) => ({
      ...bundle,
      forum: { ...bundle.forum, topics },
      cities,
      proposals: made.map((each) => ({
        ...each,
        texts: [...each.texts].reverse(),
        endorsements: [...each.endorsements].reverse(),
        endorsingCities: [...(each.endorsingCities ?? [])].reverse(),
      })),
      threads: threads.map((each) => ({ ...each, posts: [...each.posts].reverse() })),
    }));

const key = ({ kind, id }: ContributionRef): string => `${kind} ${id}`;
const textsOf = (bundle: ContributionBundle) =>
  new Map<string, readonly string[]>([
    ...bundle.proposals.map(
      ({ id, texts }) => [`proposal ${id}`, texts.map(({ title, text }) => `${title}\n${text}`)] as const,
    ),
    ...bundle.threads.flatMap((thread) =>
      thread.posts.map(({ id, text }) => [`post ${id}`, [text]] as const),
    ),
  ]);

describe('a compile', () => {
  it('makes the draft that was made before: a change of it is a new version of the compiler', () => {
    expect(bytesOf(compileDraft(smallBundle()))).toBe(fixture('small-draft.json'));
  });

  it('makes of the small forum and of the sample what each version always made, by checksum', () => {
    const released = {
      small: readBundleFile(JSON.parse(fixture('compile-2', 'release.json'))['bundle.json']),
      sample: readBundleFile(fixture('compile-2', 'sample-bundle.json')),
    };
    const read: Readonly<Record<CompilerName, typeof released>> = {
      'nidaa-compile/2': released,
      'nidaa-compile/3': { small: smallBundle(), sample: readBundleFile(example('bundle.json')) },
    };
    // Where this fails, another draft is made: give the compiler its next version and add its line. What a version
    // made whose releases are out is never changed: verify repeats it.
    expect(
      Object.fromEntries(
        COMPILERS.map((by) => [by, { small: sumOf(read[by].small, by), sample: sumOf(read[by].sample, by) }]),
      ),
    ).toEqual(JSON.parse(fixture('golden-drafts.json')));
  });

  it('counts the cities that stand behind a proposal as such, and lets the word of one carry a clause', () => {
    const bundle = smallBundle();
    const alone: BundleProposal = {
      ...(bundle.proposals[1] as BundleProposal),
      ...{ id: 'p9', number: 9, endorsements: [], endorsingCities: [] },
      texts: [
        {
          lang: 'fr',
          title: 'Écoles',
          text: 'Les villes doivent ouvrir les musées aux élèves le samedi matin.',
        },
      ],
    };
    const clauseOf = (endorsingCities: NonNullable<BundleProposal['endorsingCities']>) =>
      compileDraft({
        ...bundle,
        proposals: [...bundle.proposals, { ...alone, endorsingCities }],
      }).clauses.find(({ sources }) => sources[0]?.contribution.id === 'p9');
    expect(clauseOf([])).toBeUndefined();
    expect(clauseOf([{ cityId: 'coimbra', lang: 'fr' }])?.score).toMatchObject({
      ...{ support: 1, cities: 2, endorsingCities: 1 },
    });
  });

  it('makes the same bytes of the same contributions, in whatever order their rows come', () => {
    const one = bundles.chain((bundle) => fc.tuple(fc.constant(bundle), reordered(bundle)));
    fc.assert(
      fc.property(one, ([bundle, other]) => {
        expect(bytesOf(compileDraft(other))).toBe(bytesOf(compileDraft(bundle)));
      }),
      { numRuns: 60 },
    );
  });

  it('writes no sentence that nobody wrote, but for words that it marks as its own', () => {
    fc.assert(
      fc.property(bundles, (bundle) => {
        const texts = textsOf(bundle);
        for (const { editorial, sources, texts: clause } of compileDraft(bundle).clauses) {
          if (editorial !== null) {
            expect([editorial, sources]).toEqual(['template', []]);
            continue;
          }
          expect(sources[0]?.use).not.toBe('inspired');
          for (const source of sources) {
            expect(texts.get(key(source.contribution))?.some((text) => text.includes(source.quote))).toBe(
              true,
            );
            if (source.use !== 'inspired') expect(standsIn(source, clause)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('quotes of what was discussed to the letter, two to five posts a topic, none that words a clause', () => {
    fc.assert(
      fc.property(bundles, (bundle) => {
        const { annexes, clauses } = compileDraft(bundle);
        const texts = textsOf(bundle);
        const worded = new Set(clauses.flatMap(({ sources }) => sources[0]?.contribution.id ?? []));
        const spoken = new Map(
          bundle.threads.flatMap(({ posts }) => posts.map(({ id, cityId }) => [id, cityId] as const)),
        );
        for (const { quotes } of annexes.discussed ?? []) {
          expect(quotes.length).toBeGreaterThanOrEqual(2);
          expect(quotes.length).toBeLessThanOrEqual(5);
          expect(new Set(quotes.map(({ contribution }) => contribution.id)).size).toBe(quotes.length);
          for (const { contribution, quote } of quotes) {
            expect(texts.get(key(contribution))?.[0]).toContain(quote);
            expect([contribution.kind, worded.has(contribution.id)]).toEqual(['post', false]);
            expect(spoken.has(contribution.id)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lets every city be heard of what was discussed before one is heard twice', () => {
    const bundle = smallBundle();
    const said = (id: string, cityId: string | null, text: string) => ({
      ...{ id, parentId: null, cityId, lang: 'fr', text, support: 0, opposition: 0 },
    });
    const wishes = [
      'ouvrir les archives',
      'planter des tilleuls',
      'éclairer les ruelles',
      'réparer les fontaines',
      'abriter les marchés',
      'planter des vergers',
      'entretenir les passerelles',
      'agrandir les bibliothèques',
      'chauffer les gymnases',
      'nettoyer les canaux',
      'prêter les théâtres',
      'signaler les impasses',
      'restaurer les remparts',
      'équiper les cantines',
      'fleurir les placettes',
      'louer les kiosques',
    ];
    const many = Array.from({ length: 300 }, (_, i) =>
      said(`a${i}`, 'antwerp', `Les villes doivent ${wishes[i % wishes.length]} dans chaque quartier.`),
    );
    const few = [
      said('z1', 'fez', 'Les villes doivent former les agents qui accueillent les habitants au guichet.'),
      said(
        'z2',
        'coimbra',
        'Chaque commune doit publier le budget de la voirie avant la fin de la première année.',
      ),
      said(
        'z3',
        null,
        'Les associations doivent recevoir les locaux municipaux le soir sans payer de loyer.',
      ),
    ];
    const thread = { ...(bundle.threads[0] as (typeof bundle.threads)[0]), posts: [...many, ...few] };
    const { annexes } = compileDraft({ ...bundle, proposals: [], threads: [thread] });
    const ids = annexes.discussed?.flatMap(({ quotes }) => quotes.map(({ contribution }) => contribution.id));
    expect(ids).toEqual(expect.arrayContaining(['z1', 'z2', 'z3']));
    expect(ids?.filter((id) => id.startsWith('a'))).toHaveLength(1);
  });

  it('gives each contribution one fate, and counts them right by city and by language', () => {
    fc.assert(
      fc.property(bundles, (bundle) => {
        const { fates, coverage, clauses } = compileDraft(bundle);
        expect(fates.map(({ contribution }) => key(contribution)).sort()).toEqual(
          [...textsOf(bundle).keys()].sort(),
        );
        const sum = (list: readonly { total: number }[]) =>
          list.reduce((total, each) => total + each.total, 0);
        const used = fates.filter(({ fate }) => fate === 'retained' || fate === 'merged').length;
        // Every city that takes part is there, whether it said anything or not.
        const there = coverage.byCity.map((row) => row.cityId);
        for (const { id } of bundle.cities) expect(there).toContain(id);
        for (const row of [...coverage.byCity, ...coverage.byLang, { ...coverage, used }]) {
          expect(FATES.reduce((total, fate) => total + row.byFate[fate], 0)).toBe(row.total);
          expect(row.byFate.retained + row.byFate.merged).toBe(row.used);
        }
        for (const { used: some, clauses: rest } of coverage.byCity) expect(rest > 0).toBe(some > 0);
        for (const list of [coverage.byCity, coverage.byLang]) {
          expect(sum(list)).toBe(fates.length);
          expect(list.reduce((total, each) => total + each.used, 0)).toBe(used);
        }
        const named = new Set(
          clauses.flatMap(({ sources }) => sources.map(({ contribution }) => key(contribution))),
        );
        for (const { contribution, fate } of fates)
          if (named.has(key(contribution))) expect(['retained', 'merged']).toContain(fate);
      }),
      { numRuns: 60 },
    );
  });

  it('words what was adopted, and never what was rejected, withdrawn or not admitted', () => {
    fc.assert(
      fc.property(bundles, (bundle) => {
        const named = new Set(
          compileDraft(bundle).clauses.flatMap(({ sources }) =>
            sources.map(({ contribution }) => key(contribution)),
          ),
        );
        for (const { id, state } of bundle.proposals) {
          if (state === 'adopted') expect(named.has(`proposal ${id}`)).toBe(true);
          if (['rejected', 'withdrawn', 'submitted', 'merged', 'lapsed'].includes(state))
            expect(named.has(`proposal ${id}`)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes what is debated or waits for its vote as what was admitted', () => {
    const draftOf = (state: BundleProposal['state']) => {
      const bundle = smallBundle();
      const proposals = bundle.proposals.map((each) => (each.id === 'p2' ? { ...each, state } : each));
      return bytesOf(compileDraft({ ...bundle, proposals }));
    };
    for (const state of ['debated', 'scheduled', 'voted'] as const)
      expect(draftOf(state)).toBe(draftOf('admitted'));
  });

  it('lets what was merged fare as what it was merged into, and goes round in no circle', () => {
    const bundle = smallBundle();
    const into = (id: string, mergedInto: string): BundleProposal => ({
      ...(bundle.proposals[2] as BundleProposal),
      ...{ id, number: 9, state: 'merged', mergedInto },
    });
    const merged = [
      into('x1', 'p2'),
      into('x2', 'x1'),
      into('x3', 'p4'),
      into('x4', 'x5'),
      into('x5', 'x4'),
      into('x6', '?'),
    ];
    const { fates } = compileDraft({ ...bundle, proposals: [...bundle.proposals, ...merged] });
    const fateOf = new Map(fates.map(({ contribution, fate }) => [contribution.id, fate]));
    expect(merged.map(({ id }) => fateOf.get(id))).toEqual([
      ...['merged', 'merged', 'not-retained', 'deferred', 'deferred', 'deferred'],
    ]);
  });

  it('puts the preamble first, then the topics in the order of the programme', () => {
    const { clauses } = compileDraft(smallBundle());
    const order = clauses.map(({ kind, topicId }) =>
      kind === 'preambular' ? 0 : ({ budget: 1, heritage: 2 }[topicId ?? ''] ?? 3),
    );
    expect(order).toEqual([...order].sort());
    expect(new Set(order)).toEqual(new Set([0, 1, 2, 3]));
  });

  it('joins who says the like, and never who says the contrary', () => {
    const [first, twin, contrary] = SENTENCES.fr;
    const said = [first, twin, contrary].map((text, i) => ({
      ...(smallBundle().proposals[1] as BundleProposal),
      id: `p${i}`,
      texts: [{ lang: 'fr', title: 'Titre', text: text as string }],
      importedSupport: 10 - i,
    }));
    const { clauses } = compileDraft({ ...smallBundle(), proposals: said, threads: [] });
    const [clause] = clauses.filter(({ sources }) =>
      sources.some(({ contribution }) => contribution.id === 'p0'),
    );
    expect(clause?.sources.map(({ contribution }) => contribution.id).sort()).toEqual(['p0', 'p1']);
  });

  it('takes the clause of an adopted proposal from its translations too', () => {
    const clause = compileDraft(smallBundle()).clauses.find(
      ({ kind, sources }) => kind === 'operative' && sources[0]?.contribution.id === 'p1',
    );
    expect(clause?.texts).toEqual({
      fr: 'Nous nous engageons à confier aux habitants une part du budget de chaque ville.',
      en: 'We undertake to entrust residents with a part of the budget of every city.',
    });
  });

  it('tells how far it is, and never goes back', () => {
    const heard = [...compileInSteps(smallBundle(), 'fr')];
    expect(heard.length).toBeGreaterThan(4);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
  });

  it('of nothing is a frame without clauses of its own', () => {
    const { clauses, coverage } = compileDraft({ ...smallBundle(), proposals: [], threads: [] });
    expect(clauses.every(({ editorial }) => editorial === 'template')).toBe(true);
    expect(coverage.total).toBe(0);
  });
});

describe('the sources of the compiler', () => {
  it('use nothing that differs between machines: no clock, chance, locale, or table of the engine', () => {
    const files = reachedFrom(
      readdirSync(import.meta.dirname)
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
        .map((name) => join(import.meta.dirname, name)),
    );
    expect(files.length).toBeGreaterThan(20);
    const forbidden =
      /\bIntl\b|localeCompare|toLocale|\\p\{|new Date|Date\.now|performance\.|Math\.(random|log|sqrt|sin|exp|pow)/;
    for (const file of files)
      expect([file, forbidden.exec(readFileSync(file, 'utf8'))?.[0]]).toEqual([file, undefined]);
  });
});

/** The files, all that they import from the house, and so on. */
function reachedFrom(files: readonly string[]): string[] {
  const reached = new Set(files);
  // A set that grows while it is gone through is gone through to its new end.
  for (const file of reached)
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/from '(\.{1,2}\/[^']+)\.js'/g))
      reached.add(join(dirname(file), `${path}.ts`));
  return [...reached];
}
