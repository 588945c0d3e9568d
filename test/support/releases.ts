import { compileDraft } from '../../src/appeal/compile/compile.js';
import type { Documents } from '../../src/appeal/release/document.js';
import { documentsOfDraft } from '../../src/appeal/release/draft-document.js';
import { filesOf } from '../../src/appeal/release/files-of.js';
import { type Sealed, seal } from '../../src/appeal/release/seal.js';
import type { PollRecord } from '../../src/voting/records.contract.js';
import { smallBundle } from './bundles.js';
import { makeDefinition, makeRecord, RECORD_KEY, rollLine } from './records.js';

const PUBLISHED = '2014-06-14T17:00:00.000Z';

export interface Made extends Sealed {
  readonly documents: Documents;
}

/** A release of the small forum, as the press makes it but for the database. `change` alters what is sealed. */
export async function makeRelease(
  change: (documents: Documents) => Documents = (it) => it,
  record: PollRecord = madeRecord(),
): Promise<Made> {
  const bundle = smallBundle();
  const draft = documentsOfDraft(bundle, compileDraft(bundle));
  const documents = change({
    ...draft,
    appeal: {
      ...draft.appeal,
      publishedAt: PUBLISHED,
      origin: 'https://nidaa.example',
      polls: [{ id: 'v1', proposalId: 'p1', adopted: true }],
    },
  });
  const files = await filesOf(documents, [record]);
  const about = { slug: 'fes', number: 1, publishedAt: PUBLISHED, log: null };
  return { documents, ...seal(files, about, RECORD_KEY) };
}

function madeRecord(): PollRecord {
  const definition = makeDefinition(
    ['a', 'b', 'c'].map((id) => rollLine(id)),
    { pollId: 'v1', roundId: 'v1' },
  );
  return makeRecord(definition, [
    ['a', { choice: 'yes' }],
    ['b', { choice: 'yes' }],
    ['c', { choice: 'no' }],
  ]);
}
