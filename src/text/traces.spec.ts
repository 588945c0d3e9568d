import fc from 'fast-check';
import { editedParagraphs } from '../../test/support/random-texts.js';
import { changesBetween, type Paragraph } from './changes.js';
import { editsBetween } from './edits.js';
import { type TracedVersion, tracedText } from './traces.js';

const joined = (versions: readonly TracedVersion[]) =>
  tracedText(versions).map(({ id, runs }) => ({ id, text: runs.map(({ text }) => text).join('') }));

/** Versions that amendment A2, A3 … made, each of the one before. */
const versionsOf = (texts: readonly (readonly Paragraph[])[]): TracedVersion[] =>
  texts.map((paragraphs, at) => ({
    number: at + 1,
    paragraphs,
    traces:
      at === 0
        ? []
        : changesBetween(texts[at - 1] as Paragraph[], paragraphs).map(({ id }) => ({
            paragraphId: id,
            amendmentIds: [`A${at + 1}`],
          })),
  }));

describe('traces', () => {
  it('are runs that joined are the text, and name only who made the version with which a run came', () => {
    fc.assert(
      fc.property(editedParagraphs(6), editedParagraphs(6), ([first, second], [third]) => {
        const versions = versionsOf([first, second, third, second]);
        for (const upTo of [1, 2, 3, 4]) {
          const some = versions.slice(0, upTo);
          expect(joined(some)).toEqual(some[upTo - 1]?.paragraphs);
          for (const { runs } of tracedText(some))
            for (const { versionNumber, amendmentIds } of runs)
              expect(amendmentIds).toEqual(versionNumber === 1 ? [] : [`A${versionNumber}`]);
        }
      }),
    );
  });

  it('leave words that nobody changed without an amendment', () => {
    const versions = versionsOf([
      [{ id: 'p', text: 'The city pays for its water.' }],
      [{ id: 'p', text: 'The region pays for its water.' }],
      [{ id: 'p', text: 'The region pays for its clean water.' }],
    ]);
    expect(tracedText(versions)[0]?.runs).toEqual([
      { text: 'The ', versionNumber: 1, amendmentIds: [] },
      { text: 'region', versionNumber: 2, amendmentIds: ['A2'] },
      { text: ' pays for its ', versionNumber: 1, amendmentIds: [] },
      { text: 'clean ', versionNumber: 3, amendmentIds: ['A3'] },
      { text: 'water.', versionNumber: 1, amendmentIds: [] },
    ]);
  });

  it('tell apart those who changed one paragraph, by the edits that were kept with the version', () => {
    const [was, is] = ['The city pays for its water.', 'The region pays for its clean water.'];
    const [first, second] = editsBetween(was, is);
    const edits = [
      { ...first, by: ['A'] },
      { ...second, by: ['B'] },
    ] as never;
    const versions: TracedVersion[] = [
      { number: 1, paragraphs: [{ id: 'p', text: was }], traces: [] },
      {
        number: 2,
        paragraphs: [{ id: 'p', text: is }],
        traces: [{ paragraphId: 'p', amendmentIds: ['A', 'B'], edits }],
      },
    ];
    expect(tracedText(versions)[0]?.runs.map(({ text, amendmentIds }) => [text, amendmentIds])).toEqual([
      ['The ', []],
      ['region', ['A']],
      [' pays for its ', []],
      ['clean ', ['B']],
      ['water.', []],
    ]);
  });
});
