import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { differences } from '../../src/text/differences.js';

const DATA =
  process.env.NIDAA_SHARED_DATA ?? resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const FILE = resolve(DATA, 'text', 'diff_cases.json');
const describeOnCases = existsSync(FILE) ? describe : describe.skip;
const why = existsSync(FILE) ? '' : ` (skipped: no differences at ${DATA})`;

interface Case {
  readonly id: string;
  readonly originalText: string;
  readonly amendedText: string;
  readonly expectedChanges: readonly { readonly op: 'insert' | 'delete'; readonly text: string }[];
}

const WHOLE_WORDS = 'words are changed whole, the peer marks letters';
const ONE_RUN =
  'the cases are one paragraph of plain text: what the peer marks block by block is one insertion';
const MARKUP = 'only the markup was changed, the plain text was not';
const LESS =
  'the peer also marks a neighbouring word that was kept, since it stands in one element with the changed one';
/** Where Nidaa shows a change otherwise than the peer, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'openslides/diff/1': WHOLE_WORDS,
  'openslides/diff/12': ONE_RUN,
  'openslides/diff/14': ONE_RUN,
  'openslides/diff/17': ONE_RUN,
  'openslides/diff/26': ONE_RUN,
  'openslides/diff/37': ONE_RUN,
  'openslides/diff/51': ONE_RUN,
  'openslides/diff/33': MARKUP,
  'openslides/diff/34': MARKUP,
  'openslides/diff/46': MARKUP,
  'openslides/diff/35': LESS,
  'openslides/diff/36': LESS,
  'openslides/diff/52':
    'the peer gives up on broken markup and replaces everything; the first and last paragraph were kept',
  'openslides/diff/53': 'the plain text lost a space where the peer sees a line break of its own display',
};

const cases: readonly Case[] = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : [];

describeOnCases(`differences that a peer shows${why}`, () => {
  it('are the known ones', () => {
    expect(cases.length).toBeGreaterThan(20);
    expect(Object.keys(OTHERWISE).filter((id) => !cases.some((each) => each.id === id))).toEqual([]);
  });

  for (const { id, originalText, amendedText, expectedChanges } of cases) {
    const segments = differences(originalText, amendedText);

    it(`${id}: both plain texts are kept`, () => {
      const without = (op: string) => segments.map((each) => (each.op === op ? '' : each.text)).join('');
      expect([without('insert'), without('delete')]).toEqual([originalText, amendedText]);
    });

    it(`${id}: ${OTHERWISE[id] ?? 'the same changes are shown'}`, () => {
      const ours = segments.filter(({ op }) => op !== 'keep').map(({ op, text }) => [op, text.trim()]);
      const theirs = expectedChanges.map(({ op, text }) => [op, text]);
      if (id in OTHERWISE) expect(ours).not.toEqual(theirs);
      else expect(ours).toEqual(theirs);
    });
  }
});
