import type { FastifyRequest } from 'fastify';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { cleanLine } from './clean-text.js';

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The one file of a multipart request, as its field `file`. Called once the reader is known to be permitted,
 * so that nobody else's bytes are read. `request.invalid` without a file, `request.too-large` above the limit.
 */
export async function readUpload(request: FastifyRequest, maxBytes: number): Promise<Upload> {
  const part = request.isMultipart() ? await request.file({ limits: { fileSize: maxBytes } }) : undefined;
  if (part?.fieldname !== 'file')
    throw refuse(KERNEL_ERRORS, 'request.invalid', { fields: [{ field: 'file', rule: 'isDefined' }] });
  return { name: cleanLine(part.filename).slice(0, 120) || 'file', bytes: await part.toBuffer() };
}
