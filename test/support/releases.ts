import { compileDraft } from '../../src/appeal/compile/compile.js';
import type { Documents } from '../../src/appeal/release/document.js';
import { documentsOfDraft } from '../../src/appeal/release/draft-document.js';
import { filesOf } from '../../src/appeal/release/files-of.js';
import { type Sealed, seal } from '../../src/appeal/release/seal.js';
import { signingKey } from '../../src/appeal/release/signature.js';
import { sealRecord } from '../../src/voting/counting/record.js';
import type { PollRecord } from '../../src/voting/voting.contract.js';
import { smallBundle } from './bundles.js';
import { inAll } from './people.js';

const PUBLISHED = '2014-06-14T17:00:00.000Z';

export interface Made extends Sealed {
  readonly documents: Documents;
}

/** A release of the small forum, as the press makes it but for the database. `change` alters what is sealed. */
export async function makeRelease(change: (documents: Documents) => Documents = (it) => it): Promise<Made> {
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
  const files = await filesOf(documents, [makeRecord()]);
  const about = { slug: 'fes', number: 1, publishedAt: PUBLISHED, log: null };
  return { documents, ...seal(files, about, signingKey(Buffer.alloc(32, 7))) };
}

function makeRecord(): PollRecord {
  const voters = ['a', 'b', 'c'];
  return sealRecord(
    {
      pollId: 'v1',
      method: 'yes-no-abstain',
      question: inAll('Adopt?'),
      rule: { majority: 'two-thirds', base: 'votes' },
      subject: { kind: 'proposal', id: 'p1', textHashes: {} },
      roll: voters.map((id) => ({ participantId: id, name: id, city: inAll(id), weight: '1' })),
    },
    voters.map((participantId, i) => ({ participantId, choice: i === 2 ? 'no' : 'yes', receipt: `R${i}` })),
  );
}
