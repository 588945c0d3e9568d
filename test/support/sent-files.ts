import { strToU8, type Zippable, zipSync } from 'fflate';
import type { ProposalView } from '../../src/proposals/proposals.contract.js';
import type { BrowserClient } from './browser-client.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const openDocument = (of: string, more: Zippable = {}): Uint8Array =>
  zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${of}`), { level: 0 }],
    'content.xml': strToU8('<office:document-content/>'),
    'META-INF/manifest.xml': strToU8('<manifest:manifest/>'),
    ...more,
  });
const officeDocument = (part: string, more: Zippable = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8('<Relationships/>'),
    [part]: strToU8('<document/>'),
    ...more,
  });

/** The smallest of each kind that is taken, by its ending. */
export const TAKEN: Readonly<Record<string, Uint8Array>> = {
  pdf: bytes('%PDF-1.7\n%%EOF\n'),
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
  jpg: bytes('\xff\xd8\xff\xe0\0\x10JFIF\0'),
  webp: bytes('RIFF\x1a\0\0\0WEBPVP8L'),
  odt: openDocument('text'),
  ods: openDocument('spreadsheet'),
  odp: openDocument('presentation'),
  docx: officeDocument('word/document.xml'),
  xlsx: officeDocument('xl/workbook.xml'),
  pptx: officeDocument('ppt/presentation.xml'),
  csv: Buffer.from('ville,habitants\nفاس,1112072\n'),
  txt: Buffer.from('Nous, les villes réunies à Fès — نداء.\n'),
};

/** What comes under a harmless name and is not taken. */
export const REFUSED: Readonly<Record<string, Uint8Array>> = {
  'nothing at all': Buffer.alloc(0),
  'a program': bytes('MZ\x90\0\x03\0\0\0'),
  'a program of Linux': bytes('\x7fELF\x02\x01\x01\0'),
  'a picture with frames': bytes('GIF89a\x01\0\x01\0'),
  'text of another encoding': bytes('Fès, d\xe9mocratie'),
  'text with a NUL': bytes('a\0b'),
  'text that is cut in a letter': Buffer.from('Fè').subarray(0, 2),
  'an old office document': bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  'any zip': zipSync({ 'a.txt': strToU8('a') }),
  'a zip cut off': TAKEN.docx?.subarray(0, -4) as Uint8Array,
  'a zip with something behind': Buffer.concat([TAKEN.docx as Uint8Array, bytes('more')]),
  'a zip with something before': Buffer.concat([bytes('MZ'), TAKEN.docx as Uint8Array]),
  'a document with a program': officeDocument('word/document.xml', { 'word/vbaProject.bin': strToU8('x') }),
  'an open document with a program': openDocument('text', { 'Basic/Standard/Module1.xml': strToU8('x') }),
  'two documents in one': officeDocument('word/document.xml', { 'xl/workbook.xml': strToU8('x') }),
  'an open document that says it is a page': openDocument('text-web'),
};

/** Attaches bytes to a proposal as a browser does. */
export async function sendFile(
  { url, cookie }: BrowserClient,
  proposalId: string,
  content: Uint8Array,
  name = 'file.txt',
  headers: Record<string, string> = {},
): Promise<{ readonly status: number; readonly body: ProposalView & { readonly code?: string } }> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)], { type: 'application/pdf' }), name);
  const response = await fetch(`${url}/api/v1/proposals/${proposalId}/attachments`, {
    method: 'POST',
    headers: { ...(cookie && { cookie }), 'x-nidaa': '1', ...headers },
    body: form,
  });
  return { status: response.status, body: (await response.json()) as ProposalView & { code?: string } };
}
