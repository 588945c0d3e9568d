import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asking, type Reader } from '../../platform/http/reader.js';
import type { StoredUpdate } from './document.contract.js';
import { WriteDocumentDto } from './document.dto.js';
import { DocumentAccess } from './document-access.js';
import { LiveDocuments } from './live-documents.service.js';

/** The shared text by HTTP: for an update that is too large for a message, as after a day without a connection. */
@ApiTags('appeal')
@Controller('api/v1')
export class DocumentController {
  constructor(
    private readonly live: LiveDocuments,
    private readonly access: DocumentAccess,
  ) {}

  @Post('appeals/:id/document/updates')
  @HttpCode(200)
  async write(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { epoch, update }: WriteDocumentDto,
  ): Promise<StoredUpdate> {
    const { appeal } = await this.access.enter(reader, id);
    const participantId = await this.access.writer(reader, appeal);
    const bytes = Buffer.from(update, 'base64');
    return { seq: await this.live.write(reader, participantId, id, { epoch, update: bytes, from: null }) };
  }
}
