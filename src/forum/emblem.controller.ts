import { Controller, Get, Param, Put, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Files } from '../platform/files/files.service.js';
import { Asking, type Reader } from '../platform/http/reader.js';
import { readUpload } from '../platform/http/upload.js';
import { Emblems } from './emblems.service.js';
import type { ForumView } from './forum.contract.js';
import { Forums } from './forums.service.js';

const MAX_BYTES = 1024 * 1024;

@ApiTags('forum')
@Controller('api/v1/forums/:slug/emblem')
export class EmblemController {
  constructor(
    private readonly emblems: Emblems,
    private readonly forums: Forums,
    private readonly files: Files,
  ) {}

  @Put()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async set(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
  ): Promise<ForumView> {
    await this.emblems.setEmblem(reader, slug, () => readUpload(request, MAX_BYTES));
    return this.forums.show(reader, slug);
  }

  /** Asked for by the file's id, it may be kept for ever. Opened by itself, the browser is told to run nothing. */
  @Get()
  @ApiProduces('image/png', 'image/jpeg', 'image/webp')
  async show(
    @Param('slug') slug: string,
    @Query('v') wanted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.emblems.emblem(slug);
    void reply.headers({
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': wanted === file.id ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    return new StreamableFile(this.files.stream(file), {
      type: file.mediaType,
      length: Number(file.size),
      disposition: 'inline',
    });
  }
}
