import type { FastifyRequest } from 'fastify';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { cleanLine } from './clean-text.js';

/** A file that is being sent. Its bytes come once, in order, and are to be read to the end. */
export interface SentFile {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The sender's name for the file is cut to so many signs. */
const LONGEST_NAME = 255;
/** Who sends nothing for this long is given up. */
const STALLED_MS = 60_000;
const UNFINISHED = { field: 'file', rule: 'isWhole' };

/**
 * The one file of a multipart request, as its field `file`. Called once the reader is known to be permitted,
 * so that nobody else's bytes are read. `request.invalid` without a file; its content ends with
 * `request.too-large` where it is above the limit.
 */
export async function openUpload(request: FastifyRequest, maxBytes: number): Promise<SentFile> {
  // The parser cuts what is above its limit, and may do so without a word: it is given a byte more than may come.
  const limits = { fileSize: maxBytes + 1 };
  const part = request.isMultipart() ? await request.file({ limits, throwFileSizeLimit: false }) : undefined;
  if (part?.fieldname !== 'file')
    throw refuse(KERNEL_ERRORS, 'request.invalid', { fields: [{ field: 'file', rule: 'isDefined' }] });
  const name = [...cleanLine(part.filename ?? '')].slice(0, LONGEST_NAME).join('');
  return { name: name || 'file', content: within(maxBytes, part.file, request) };
}

/** The same, whole and in memory: for what is small. */
export async function readUpload(request: FastifyRequest, maxBytes: number): Promise<Upload> {
  const { name, content } = await openUpload(request, maxBytes);
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return { name, bytes: Buffer.concat(pieces) };
}

/** What is too much is read and thrown away, so that the sender hears why instead of finding the line cut. */
async function* within(
  maxBytes: number,
  pieces: AsyncIterable<Uint8Array>,
  { raw }: FastifyRequest,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  const stalled = setTimeout(() => raw.destroy(), STALLED_MS);
  try {
    for await (const piece of pieces) {
      stalled.refresh();
      length += piece.byteLength;
      if (length <= maxBytes) yield piece;
    }
  } catch (error) {
    // The line was cut, by whoever sends or for saying nothing: nobody's fault here.
    if (!raw.complete) throw refuse(KERNEL_ERRORS, 'request.invalid', { fields: [UNFINISHED] });
    throw error;
  } finally {
    clearTimeout(stalled);
  }
  if (length > maxBytes) throw refuse(KERNEL_ERRORS, 'request.too-large');
}
