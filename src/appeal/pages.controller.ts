import { Controller, Get, Header, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fromAcceptLanguage, isLang, type Lang } from '../kernel/localized.js';
import { answer, answerPage, missing } from './page-answers.js';
import { wishOf } from './release/fates-page.js';
import { Published } from './release/published.service.js';
import { KEY_PATH, type PublishedKey } from './release/release-key.contract.js';
import { SitePages } from './release/site-pages.service.js';

/** What a frame is given where whoever embeds it says nothing of its size. */
const FRAME = { width: 640, height: 600 };

type Asked = Readonly<Record<string, unknown>>;

/** What readers without account and without script get: the published appeal and its release. */
@ApiExcludeController()
@Controller()
export class PagesController {
  constructor(
    private readonly published: Published,
    private readonly pages: SitePages,
  ) {}

  /** By which key this installation signs. */
  @Get(KEY_PATH)
  @Header('Access-Control-Allow-Origin', '*')
  key(): PublishedKey {
    return this.published.key();
  }

  @Get('appeals/appeal.css')
  async style(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { bytes, hash } = await this.published.style();
    await answer(request, reply, { etag: `"${hash}"`, type: 'text/css; charset=utf-8', body: () => bytes });
  }

  @Get('appeals/feed.atom')
  @Header('Content-Type', 'application/atom+xml; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=60, must-revalidate')
  feed(@Query() { lang }: Asked, @Req() request: FastifyRequest): Promise<string> {
    return this.pages.feed(languageOf(lang, request));
  }

  @Get('appeals/oembed.json')
  async oembed(
    @Query() { url, lang, maxwidth, maxheight, format }: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const slug = this.pages.slugIn(url);
    const size = { width: within(maxwidth, FRAME.width), height: within(maxheight, FRAME.height) };
    const found = slug === null ? null : await this.pages.oembed(slug, languageOf(lang, request), size);
    if (format !== undefined && format !== 'json') return void reply.status(501).send();
    if (!found) return void reply.status(404).send();
    await reply.header('Access-Control-Allow-Origin', '*').send(found);
  }

  @Get('appeals/:slug')
  async page(
    @Param('slug') slug: string,
    @Query() { lang: wished }: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const lang = languageOf(wished, request);
    await answerPage(request, reply, lang, await this.pages.appeal(slug, lang));
  }

  /** For a frame in anybody's page: nothing can be done in it but read and follow a link. */
  @Get('appeals/:slug/embed')
  async embed(
    @Param('slug') slug: string,
    @Query() { lang: wished }: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const lang = languageOf(wished, request);
    void reply
      .removeHeader('X-Frame-Options')
      .header('Cross-Origin-Resource-Policy', 'cross-origin')
      .header(
        'Content-Security-Policy',
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *; sandbox allow-popups allow-popups-to-escape-sandbox",
      );
    await answerPage(request, reply, lang, await this.pages.embed(slug, lang));
  }

  @Get('appeals/:slug/fates')
  async fates(
    @Param('slug') slug: string,
    @Query() query: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const lang = languageOf(query.lang, request);
    await answerPage(request, reply, lang, await this.pages.fates(slug, wishOf(query), lang));
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
      return missing(reply, fromAcceptLanguage(request.headers['accept-language']));
    }
    void reply.header('Content-Length', file.size);
    await answer(request, reply, { etag: `"${file.sha256}"`, type: file.mediaType, body: file.stream });
  }
}

function languageOf(wished: unknown, request: FastifyRequest): Lang {
  return isLang(wished) ? wished : fromAcceptLanguage(request.headers['accept-language']);
}

/** A size in pixels that somebody asks for, at most; what is no number is not asked for. */
function within(asked: unknown, usual: number): number {
  const most = typeof asked === 'string' && /^[1-9][0-9]{0,4}$/.test(asked) ? Number(asked) : usual;
  return Math.min(most, usual);
}
