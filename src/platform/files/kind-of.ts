import { type FileHandle, open } from 'node:fs/promises';
import { FILE_KINDS, type FileKind } from './file-kinds.contract.js';
import { ZIP_END_BYTES, zipDirectory, zipMediaType, zipNames } from './zip-directory.js';

const HEAD_BYTES = 4_096;
const PIECE_BYTES = 64 * 1024;

/** How files of a kind begin, or a part of them further on. */
const BEGINNINGS: readonly (readonly [
  kind: FileKind,
  ...marks: readonly (readonly [at: number, mark: string])[],
])[] = [
  ['pdf', [0, '%PDF-']],
  ['png', [0, '\x89PNG\r\n\x1a\n'], [12, 'IHDR']],
  ['jpg', [0, '\xff\xd8\xff']],
  ['webp', [0, 'RIFF'], [8, 'WEBPVP8']],
];

/** What an office document holds besides what every one of its family does. */
const OPEN_DOCUMENTS: readonly FileKind[] = ['odt', 'ods', 'odp'];
const MAIN_PARTS: Readonly<Partial<Record<FileKind, string>>> = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
};
/** Programs in a document run where it is opened. */
const PROGRAM = /(^|\/)vbaProject\.bin$|^Basic\/|^Scripts\//i;
/** Controls that no text has; tab, line feed, form feed and carriage return are in many. */
const NO_TEXT = /(?![\t\n\f\r])\p{Cc}/u;

/**
 * What a file is by its content; null where it is nothing that is taken. Its name only tells tables of commas from
 * other text. Nothing is unpacked: a zip is judged by its directory.
 */
export async function kindOf(path: string, size: number, name: string): Promise<FileKind | null> {
  const file = await open(path);
  try {
    const head = await bytesOf(file, 0, Math.min(size, HEAD_BYTES));
    const begun = BEGINNINGS.find(([, ...marks]) =>
      marks.every(([at, mark]) => head.toString('latin1', at, at + mark.length) === mark),
    );
    if (begun) return begun[0];
    if (head.toString('latin1', 0, 4) === 'PK\x03\x04') return await officeKind(file, size, head);
    if (!(await isText(file, size))) return null;
    return /\.csv$/i.test(name) ? 'csv' : 'txt';
  } finally {
    await file.close();
  }
}

async function officeKind(file: FileHandle, size: number, head: Buffer): Promise<FileKind | null> {
  const tail = Math.min(size, ZIP_END_BYTES);
  const found = zipDirectory(await bytesOf(file, size - tail, tail), size);
  const names = found && zipNames(await bytesOf(file, found.offset, found.length), found.entries);
  if (!names || names.some((name) => PROGRAM.test(name))) return null;
  const has = (...wanted: string[]): boolean => wanted.every((name) => names.includes(name));
  const said = zipMediaType(head);
  if (said !== null && has('mimetype', 'content.xml', 'META-INF/manifest.xml'))
    return OPEN_DOCUMENTS.find((kind) => FILE_KINDS[kind] === said) ?? null;
  if (!has('[Content_Types].xml', '_rels/.rels')) return null;
  const mains = Object.entries(MAIN_PARTS).filter(([, part]) => has(part));
  return mains.length === 1 ? (mains[0]?.[0] as FileKind) : null;
}

/** Whether it is UTF-8 from its first byte to its last, with no controls in it, and not empty. */
async function isText(file: FileHandle, size: number): Promise<boolean> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < size; at += PIECE_BYTES) {
      const piece = await bytesOf(file, at, Math.min(PIECE_BYTES, size - at));
      if (NO_TEXT.test(utf8.decode(piece, { stream: true }))) return false;
    }
    utf8.decode();
    return size > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}

async function bytesOf(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position, length });
  return buffer.subarray(0, bytesRead);
}
