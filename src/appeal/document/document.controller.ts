import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '../../platform/http/id-param.js';
import { Asking, type Reader } from '../../platform/http/reader.js';
import type { StoredUpdate } from './document.contract.js';
import { KeepTextVersionDto, WriteDocumentDto } from './document.dto.js';
import { LiveDocuments } from './live-documents.service.js';
import { TextVersions } from './text-versions.service.js';
import type { TextVersion, TextVersionSummary } from './versions.contract.js';

const Numbered = () => Param('number', ParseIntPipe);

/** The shared text by HTTP: updates that are too large for a message, as after a day without a connection; versions. */
@ApiTags('appeal')
@Controller('api/v1/appeals/:id')
export class DocumentController {
  constructor(
    private readonly live: LiveDocuments,
    private readonly versions: TextVersions,
  ) {}

  @Post('document/updates')
  @HttpCode(200)
  async write(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() { epoch, update }: WriteDocumentDto,
  ): Promise<StoredUpdate> {
    return { seq: await this.live.bring(reader, id, epoch, Buffer.from(update, 'base64')) };
  }

  @Get('text-versions')
  async list(@Asking() reader: Reader, @Id() id: string): Promise<{ items: TextVersionSummary[] }> {
    return { items: await this.versions.list(reader, id) };
  }

  @Post('text-versions')
  keep(@Asking() reader: Reader, @Id() id: string, @Body() body: KeepTextVersionDto): Promise<TextVersion> {
    return this.versions.keep(reader, id, body);
  }

  @Get('text-versions/:number')
  show(@Asking() reader: Reader, @Id() id: string, @Numbered() number: number): Promise<TextVersion> {
    return this.versions.show(reader, id, number);
  }

  @Post('text-versions/:number/restore')
  @HttpCode(200)
  restore(@Asking() reader: Reader, @Id() id: string, @Numbered() number: number): Promise<TextVersion> {
    return this.versions.restore(reader, id, number);
  }
}
