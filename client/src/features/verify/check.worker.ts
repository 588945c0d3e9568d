import type { Finding, Verdict } from '../../../../src/appeal/verify/findings.js';
import { unpack } from '../../../../src/appeal/verify/unpack.js';
import { verifyRelease } from '../../../../src/appeal/verify/verify.js';
import { readRecord, verifyRecord } from '../../../../src/appeal/verify/verify-record.js';
import { inWords } from '../../../../src/appeal/verify/words/words.js';
import type { Asked, Checked, Said } from './protocol.js';

/** The same checks as `nidaa verify`, in a thread of the reader's browser. It asks nobody anything. */
addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const checked: Checked = { id: data.id, verdict: verdictOn(data) };
  postMessage(checked);
});

function verdictOn({ given, trusted, published }: Asked): Checked['verdict'] {
  if (given.kind === 'folder') {
    const files = new Map(given.files);
    return files.has('manifest.json') ? told(verifyRelease(files, { trusted, published }), 'release') : null;
  }
  const record = readRecord(given.bytes);
  if (record) return told(verifyRecord(record, trusted), 'record');
  const zip = unpack(given.bytes);
  if (!zip) return null;
  const verdict = verifyRelease(zip.files, { trusted, published });
  return told({ ...verdict, faults: [...zip.faults, ...verdict.faults] }, 'release');
}

function told({ holds, faults, key, slug }: Verdict, kind: 'release' | 'record'): Checked['verdict'] {
  return {
    ...{ slug, kind, holds: holds.map(said), faults: faults.map(said) },
    key: key && { fingerprint: key.fingerprint, trusted: key.trusted },
  };
}

const said = (each: Finding): Said => ({
  ar: inWords(each, 'ar'),
  fr: inWords(each, 'fr'),
  en: inWords(each, 'en'),
});
