import { createHash } from 'node:crypto';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fromAcceptLanguage, isLang, type Lang } from '../kernel/localized.js';
import { renderMissing } from './release/html.js';
import { Published } from './release/published.service.js';
import { KEY_PATH, type PublishedKey } from './release/release-key.contract.js';

const PAGE_SECONDS = 60;

/** What readers without account and without script get: the published appeal and its release. */
@ApiExcludeController()
@Controller()
export class PagesController {
  constructor(private readonly published: Published) {}

  /** By which key this installation signs. */
  @Get(KEY_PATH)
  key(): PublishedKey {
    return this.published.key();
  }

  @Get('appeals/appeal.css')
  async style(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { bytes, hash } = await this.published.style();
    await answer(request, reply, { etag: `"${hash}"`, type: 'text/css; charset=utf-8', body: () => bytes });
  }

  @Get('appeals/:slug')
  async page(
    @Param('slug') slug: string,
    @Query('lang') wished: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const lang = isLang(wished) ? wished : fromAcceptLanguage(request.headers['accept-language']);
    void reply.header('Vary', 'Accept-Language').header('Content-Language', lang);
    const page = await this.published.page(slug, lang);
    if (!page) return missing(reply, lang, '');
    const etag = `"${createHash('sha256').update(page).digest('hex')}"`;
    await answer(request, reply, { etag, type: 'text/html; charset=utf-8', body: () => page });
  }

  @Get('appeals/:slug/release.zip')
  zip(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.header('Content-Disposition', `attachment; filename="${slug}.zip"`);
    return this.send(slug, 'release.zip', request, reply);
  }

  @Get('appeals/:slug/release/*')
  file(
    @Param('slug') slug: string,
    @Param('*') path: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(slug, path, request, reply);
  }

  private async send(
    slug: string,
    path: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const file = await this.published.file(slug, path);
    if (!file) {
      void reply.removeHeader('Content-Disposition');
      return missing(reply, fromAcceptLanguage(request.headers['accept-language']), '../../');
    }
    void reply.header('Content-Length', file.size);
    await answer(request, reply, { etag: `"${file.sha256}"`, type: file.mediaType, body: file.stream });
  }
}

interface Answer {
  readonly etag: string;
  readonly type: string;
  readonly body: () => unknown;
}

/** With an entity tag; who has the same already is told so without it being sent again. */
async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { etag, type, body }: Answer,
): Promise<void> {
  void reply.header('ETag', etag).header('Cache-Control', `public, max-age=${PAGE_SECONDS}, must-revalidate`);
  const known = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(etag)) {
    await reply.removeHeader('Content-Length').status(304).send();
    return;
  }
  await reply.header('Content-Type', type).send(body());
}

async function missing(reply: FastifyReply, lang: Lang, up: string): Promise<void> {
  await reply
    .status(404)
    .header('Content-Type', 'text/html; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .send(renderMissing(lang, `${up}appeal.css`));
}
