import { buffer } from 'node:stream/consumers';
import type { EntityManager } from 'typeorm';
import type { Files } from '../../platform/files/files.service.js';
import { Appeal } from '../appeal.entity.js';
import { changesOf } from './pairing.js';
import {
  type AppealDocument,
  type ClauseDocument,
  type FileSet,
  MANIFEST,
  SIGNATURE,
  SUPERSEDED,
  type SupersededDocument,
} from './release.format.js';
import { fileOf, latestRelease } from './release-files.js';

/** The release before, as a correction takes it along: what proves which it was, and what it said. */
export interface Superseded {
  readonly about: Omit<SupersededDocument, 'changes'>;
  readonly clauses: readonly ClauseDocument[];
  /** To the byte, under the paths of the new release. */
  readonly files: FileSet;
}

/** Reads what an appeal corrects; null where it corrects nothing. */
export async function readSuperseded(
  em: EntityManager,
  files: Files,
  { supersedesId, correction }: Appeal,
): Promise<Superseded | null> {
  if (supersedesId === null || correction === null) return null;
  const { slug } = await em.findOneByOrFail(Appeal, { id: supersedesId });
  const release = await latestRelease(em, slug);
  if (!release) throw new Error('what is corrected is not out');
  const read = async (path: string): Promise<Uint8Array> => {
    const file = await fileOf(em, release, path);
    if (!file) throw new Error(`the release has no ${path}`);
    return new Uint8Array(await buffer(files.stream(file)));
  };
  const appeal = await read('appeal.json');
  const { clauses } = JSON.parse(new TextDecoder().decode(appeal)) as AppealDocument;
  return {
    about: {
      slug,
      number: release.number,
      publishedAt: release.manifest.publishedAt,
      manifestHash: release.manifestHash,
      reason: correction,
    },
    clauses,
    files: new Map([
      [`${SUPERSEDED}/${MANIFEST}`, await read(MANIFEST)],
      [`${SUPERSEDED}/${SIGNATURE}`, await read(SIGNATURE)],
      [`${SUPERSEDED}/appeal.json`, appeal],
    ]),
  };
}

/** What a correction says of the release before it. */
export function supersedes(
  { about, clauses: before }: Superseded,
  now: readonly ClauseDocument[],
): SupersededDocument {
  return { ...about, changes: changesOf(before, now) };
}
