import { type EntityManager, In } from 'typeorm';
import { StoredFile } from '../../platform/files/file.entity.js';
import { Appeal } from '../appeal.entity.js';
import { OUT } from '../appeal.states.js';
import { Release, ReleaseFile } from '../release.entity.js';

/** All files of a release in one, beside them. */
export const ZIP = 'release.zip';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8; header=present',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  xml: 'application/akn+xml',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  jsonld: 'application/ld+json',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  SHA256SUMS: 'text/plain; charset=utf-8',
  zip: 'application/zip',
};

export function mediaTypeOf(path: string): string {
  return MEDIA_TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

/** The latest release of a published appeal, or null. */
export async function latestRelease(em: EntityManager, slug: string): Promise<Release | null> {
  const appeal = await em.findOneBy(Appeal, { slug, state: In(OUT) });
  return appeal && em.findOne(Release, { where: { appealId: appeal.id }, order: { number: 'DESC' } });
}

/** One file of a release, or null. */
export async function fileOf(em: EntityManager, { id }: Release, path: string): Promise<StoredFile | null> {
  const row = await em.findOneBy(ReleaseFile, { releaseId: id, path });
  return row && em.findOneBy(StoredFile, { id: row.fileId });
}
