import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import {
  BUNDLE_FORMAT,
  type BundleProposal,
  type ContributionBundle,
} from '../../src/appeal/compile/bundle.js';
import { compileDraft } from '../../src/appeal/compile/compile.js';
import { standsIn } from '../../src/appeal/quotes.js';
import { inAll } from '../support/people.js';

/** Real conversations of Polis, which are not ours to carry: where they are not, these tests say so and are skipped. */
const DATA =
  process.env.NIDAA_SHARED_DATA ?? resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const POLIS = join(DATA, 'polis');
const there = existsSync(POLIS);
const given = there ? describe.each : describe.skip.each;
const why = there ? '' : ` (skipped: no conversations at ${DATA})`;

const CONVERSATIONS = ['15-per-hour-seattle', 'brexit-consensus', 'scoop-hivemind.biodiversity'];

type Row = Readonly<Record<string, string>>;
const rowsOf = (...path: string[]): Row[] =>
  parse(readFileSync(join(POLIS, ...path)), { columns: true, relax_column_count: true });

/**
 * A conversation as contributions: each statement that its moderators let stand is an open proposal; who agrees
 * endorses it, and the groups that Polis found take the place of cities, so that what spans groups has breadth.
 */
function bundleOf(name: string): { bundle: ContributionBundle; takenOut: Row[] } {
  const groupOf = new Map(
    rowsOf(name, 'participants-votes.csv').map((row) => [row.participant, row['group-id'] || null]),
  );
  const agreeing = new Map<string, Map<string | null, number>>();
  for (const { vote, 'comment-id': id = '', 'voter-id': voter } of rowsOf(name, 'votes.csv')) {
    if (vote !== '1') continue;
    const groups = agreeing.get(id) ?? new Map<string | null, number>();
    const group = groupOf.get(voter) ?? null;
    agreeing.set(id, groups.set(group, (groups.get(group) ?? 0) + 1));
  }
  const statements = rowsOf(name, 'comments.csv');
  const proposals = statements
    .filter(({ moderated }) => moderated !== '-1')
    .map(
      ({ 'comment-id': id = '', 'comment-body': text = '' }): BundleProposal => ({
        ...{ id, number: Number(id) + 1, topicId: null, cityId: null, lang: 'en', state: 'admitted' },
        texts: [{ lang: 'en', title: '', text }],
        endorsements: [...(agreeing.get(id) ?? [])].map(([cityId, count]) => ({ cityId, lang: 'en', count })),
        ...{ importedSupport: 0, poll: null },
      }),
    );
  const groups = [...new Set(groupOf.values())].filter((id): id is string => id !== null).sort();
  const bundle = {
    format: BUNDLE_FORMAT,
    forum: {
      ...{ slug: 'conversation', title: inAll(name), place: inAll('Online'), hostCity: null },
      ...{ startsOn: '2019-09-01', endsOn: '2019-09-30', lang: 'en' as const, topics: [] },
    },
    cities: groups.map((id) => ({ id, name: inAll(`Group ${id}`), region: null })),
    proposals,
    threads: [],
  };
  return { bundle, takenOut: statements.filter(({ moderated }) => moderated === '-1') };
}

given(CONVERSATIONS)(`the conversation %s, compiled${why}`, (name) => {
  const { bundle, takenOut } = there ? bundleOf(name) : { bundle: null as never, takenOut: [] };
  const draft = there ? compileDraft(bundle, 'en') : (null as never);
  const sourced = () => draft.clauses.filter(({ editorial }) => editorial === null);

  it('gives each statement one fate, and words its clauses with statements alone', () => {
    const fated = draft.fates.map(({ contribution: { id } }) => id);
    expect([...fated].sort()).toEqual(bundle.proposals.map(({ id }) => id).sort());
    expect(new Set(fated).size).toBe(fated.length);
    const textOf = new Map(bundle.proposals.map(({ id, texts }) => [id, texts[0]?.text ?? '']));
    expect(sourced().length).toBeGreaterThan(0);
    for (const { texts, sources } of sourced()) {
      for (const { contribution, quote } of sources) expect(textOf.get(contribution.id)).toContain(quote);
      const [leading] = sources;
      expect(leading && standsIn({ ...leading, lang: 'en' }, texts)).toBe(true);
    }
  });

  it('holds nothing of what the moderators took out', () => {
    const all = JSON.stringify(draft);
    for (const { 'comment-body': text = '' } of takenOut)
      if (!bundle.proposals.some(({ texts }) => texts[0]?.text.includes(text)))
        expect(all).not.toContain(JSON.stringify(text).slice(1, -1));
  });

  it('puts what the groups share before what one of them wants', () => {
    const shared = sourced().filter(({ score }) => (score?.cities ?? 0) > 1).length;
    expect(shared * 2).toBeGreaterThan(sourced().length);
  });
});
