import { createHash, createPublicKey, sign } from 'node:crypto';
import { appealText, languageHashes, textHash } from '../../src/appeal/adoption/text-hash.js';
import { compileDraft } from '../../src/appeal/compile/compile.js';
import type { Documents } from '../../src/appeal/release/document.js';
import { documentsOfDraft } from '../../src/appeal/release/draft-document.js';
import { filesOf } from '../../src/appeal/release/files-of.js';
import type {
  AppealDocument,
  PollDocument,
  SignatureDocument,
} from '../../src/appeal/release/release.format.js';
import { type Sealed, seal } from '../../src/appeal/release/seal.js';
import type { PasskeyProof } from '../../src/appeal/signatures/proof.js';
import { type Statement, statementHash } from '../../src/appeal/signatures/statement.js';
import { signingKey } from '../../src/kernel/signing.js';
import type { PollDefinition, PollRecord } from '../../src/voting/records.contract.js';
import { smallBundle } from './bundles.js';
import { inAll } from './people.js';
import { makeDefinition, makeRecord, RECORD_KEY, rollLine } from './records.js';

const PUBLISHED = '2014-06-14T17:00:00.000Z';

export interface Made extends Sealed {
  readonly documents: Documents;
}

/**
 * A release of the small forum, as the press makes it but for the database: adopted by a vote, signed by the first city
 * with a device's key, by the second with a code and a reservation. `change` alters what is adopted.
 */
export async function makeRelease(
  change: (documents: Documents) => Documents = (it) => it,
  record: PollRecord = madeRecord('v1', { kind: 'proposal', id: 'p1', textHashes: { fr: 'ab' } }),
): Promise<Made> {
  const bundle = smallBundle();
  const draft = documentsOfDraft(bundle, compileDraft(bundle));
  const changed = change({
    ...draft,
    appeal: {
      ...draft.appeal,
      publishedAt: PUBLISHED,
      origin: 'https://nidaa.example',
      polls: [poll('v1', { kind: 'proposal', id: 'p1' }), poll('v2', { kind: 'appeal', id: 'a1' })],
      adoption: { round: 'v2', at: PUBLISHED },
    },
  });
  const text = appealText(changed.appeal);
  const adopted = { ...changed.appeal, textHash: textHash(text) };
  const documents = { ...changed, appeal: { ...adopted, signatures: signaturesOn(adopted) } };
  const vote = madeRecord('v2', { kind: 'appeal', id: 'a1', textHashes: languageHashes(text) });
  const files = await filesOf(documents, [record, vote]);
  const about = { slug: 'fes', number: 1, publishedAt: PUBLISHED, log: null };
  return { documents, ...seal(files, about, RECORD_KEY) };
}

/** Of the votes that `madeRecord` holds. */
const poll = (id: string, subject: PollDocument['subject']): PollDocument => ({
  ...{ id, pollId: id, subject, question: inAll('Adopt?'), adopted: true },
  tally: {
    yes: { heads: 2, weight: '2' },
    no: { heads: 1, weight: '1' },
    abstain: { heads: 0, weight: '0' },
  },
});

function madeRecord(id: string, subject: NonNullable<PollDefinition['subject']>): PollRecord {
  const roll = ['a', 'b', 'c'].map((voter) => rollLine(voter));
  const definition = makeDefinition(roll, { pollId: id, roundId: id, subject });
  return makeRecord(definition, [
    ['a', { choice: 'yes' }],
    ['b', { choice: 'yes' }],
    ['c', { choice: 'no' }],
  ]);
}

function signaturesOn({ textHash: hash, cities, clauses }: AppealDocument): SignatureDocument[] {
  const [first, second] = cities;
  const statements: Statement[] = [
    { textHash: hash, city: first?.id as string, act: 'signed', reservations: [], at: PUBLISHED },
    {
      ...{ textHash: hash, city: second?.id as string, act: 'reserved', at: PUBLISHED },
      reservations: [{ clause: clauses.at(-1)?.anchor as string, lang: 'fr', text: 'Sauf en été.' }],
    },
  ];
  return statements.map(({ textHash: _, ...statement }, i) => {
    const own = statementHash({ ...statement, textHash: hash });
    const proof = i === 0 ? deviceProof(own) : null;
    const confirmedBy = proof ? 'passkey' : 'code';
    return { ...statement, hash: own, confirmedBy, proof, signer: i === 0 ? 'Salma Idrissi' : null };
  });
}

/** What a device with an Ed25519 key answers to a challenge, its owner recognised. */
function deviceProof(hash: string): PasskeyProof {
  const key = signingKey(new Uint8Array(32).fill(5));
  const challenge = Buffer.from(hash, 'hex').toString('base64url');
  const client = JSON.stringify({ type: 'webauthn.get', challenge, origin: 'https://nidaa.example' });
  const data = Buffer.concat([
    createHash('sha256').update('nidaa.example').digest(),
    Buffer.from([0x05, 0, 0, 0, 1]),
  ]);
  const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  return {
    key: { kty: 'OKP', crv: 'Ed25519', x: x as string },
    clientDataJSON: Buffer.from(client).toString('base64url'),
    authenticatorData: data.toString('base64url'),
    signature: sign(null, signed, key).toString('base64url'),
  };
}
