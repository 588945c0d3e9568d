import {
  Controller,
  Delete,
  Get,
  Headers,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Files } from '../../platform/files/files.service.js';
import { attachment } from '../../platform/http/attachment.js';
import { OwnIdempotency } from '../../platform/http/idempotency.interceptor.js';
import { Asking, type Reader } from '../../platform/http/reader.js';
import { openUpload } from '../../platform/http/upload.js';
import { ProposalPage } from '../proposal-page.js';
import type { ProposalView } from '../proposals.contract.js';
import { partsOf } from './attachment-name.js';
import { ATTACHMENT_LIMITS } from './attachments.contract.js';
import { Attachments } from './attachments.service.js';

/** Files of a proposal. */
@ApiTags('proposals')
@Controller('api/v1/proposals/:id/attachments')
export class AttachmentsController {
  constructor(
    private readonly attachments: Attachments,
    private readonly files: Files,
    private readonly page: ProposalPage,
  ) {}

  /** The bytes are their own key: the same ones sent again are attached once. */
  @Post()
  @OwnIdempotency()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async attach(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<ProposalView> {
    await this.attachments.attach(reader, id, () => openUpload(request, ATTACHMENT_LIMITS.bytes));
    return this.page.show(reader, id);
  }

  @Delete(':attachmentId')
  async detach(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
  ): Promise<ProposalView> {
    await this.attachments.detach(reader, id, attachmentId);
    return this.page.show(reader, id);
  }

  /** To be saved, never to be shown in place; asked for again each time, since it may be hidden by then. */
  @Get(':attachmentId')
  @ApiProduces('application/octet-stream')
  async show(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const file = await this.attachments.find(reader, id, attachmentId);
    const { stem, ending } = partsOf(file.name);
    const tag = `"${file.sha256}"`;
    const disposition = attachment(stem, ending, 'file');
    void reply.headers({
      'Content-Disposition': disposition,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-cache',
      ETag: tag,
    });
    if (known?.includes(tag)) return void reply.status(304);
    return new StreamableFile(this.files.stream(file), {
      type: file.mediaType,
      length: Number(file.size),
      disposition,
    });
  }
}
