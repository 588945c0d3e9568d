import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Lang } from '../kernel/localized.js';
import { renderMissing } from './release/html.js';
import type { ReadyPage } from './release/site-pages.service.js';

const PAGE_SECONDS = 60;

export interface Answer {
  readonly etag: string;
  readonly type: string;
  readonly body: () => unknown;
}

/** With an entity tag; who has the same already is told so without it being sent again. */
export async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { etag, type, body }: Answer,
): Promise<void> {
  void reply.header('ETag', etag).header('Cache-Control', `public, max-age=${PAGE_SECONDS}, must-revalidate`);
  const known = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(etag)) {
    await reply.removeHeader('Content-Length').removeHeader('Content-Encoding').status(304).send();
    return;
  }
  await reply.header('Content-Type', type).send(body());
}

/** A page that is kept ready, in the encoding that the reader's browser takes; null where there is none. */
export async function answerPage(
  request: FastifyRequest,
  reply: FastifyReply,
  lang: Lang,
  page: ReadyPage | null,
): Promise<void> {
  if (!page) return missing(reply, lang);
  const encoding = encodingOf(request.headers['accept-encoding']);
  void reply.header('Vary', 'Accept-Language, Accept-Encoding').header('Content-Language', lang);
  if (encoding !== 'plain') void reply.header('Content-Encoding', encoding);
  await answer(request, reply, {
    etag: `"${page.hash}-${encoding}"`,
    type: 'text/html; charset=utf-8',
    body: () => page[encoding],
  });
}

function encodingOf(accepted: string | string[] | undefined): 'br' | 'gzip' | 'plain' {
  const taken = String(accepted ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => !/;\s*q=0(?:\.0*)?$/.test(each))
    .map((each) => each.split(';')[0]);
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : 'plain';
}

export async function missing(reply: FastifyReply, lang: Lang): Promise<void> {
  await reply
    .status(404)
    .header('Content-Type', 'text/html; charset=utf-8')
    .header('Content-Language', lang)
    .header('Cache-Control', 'no-store')
    .send(renderMissing(lang, '/appeals/appeal.css'));
}
