import { Controller, Get, Headers, Param, ParseUUIDPipe, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { fromAcceptLanguage, isLang, type Lang } from '../../kernel/localized.js';
import { attachment } from '../../platform/http/attachment.js';
import { Asking, type Reader } from '../../platform/http/reader.js';
import { LanguageQuery } from '../proposals.dto.js';
import type { ProposalExport } from './export.contract.js';
import { ProposalExports, type Saved } from './exports.service.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Proposals as files, with their amendments. `lang` is the language of what stands around the text. */
@ApiTags('proposals')
@Controller('api/v1/proposals/:id')
export class ProposalExportsController {
  constructor(private readonly exports: ProposalExports) {}

  @Get('export.pdf')
  @ApiProduces('application/pdf')
  async pdf(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: LanguageQuery,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const saved = await this.exports.pdf(reader, id, langOf(query, reader, accepted));
    return file(reply, saved, 'application/pdf', 'pdf');
  }

  /** Each paragraph beside the amendments to it. */
  @Get('synopsis.pdf')
  @ApiProduces('application/pdf')
  async synopsis(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: LanguageQuery,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const saved = await this.exports.synopsis(reader, id, langOf(query, reader, accepted));
    return file(reply, saved, 'application/pdf', 'pdf');
  }

  /** With amendments as tracked changes where they can be adopted together. */
  @Get('export.docx')
  @ApiProduces('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  async docx(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: LanguageQuery,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const saved = await this.exports.docx(reader, id, langOf(query, reader, accepted));
    return file(reply, saved, DOCX, 'docx');
  }

  @Get('export.json')
  async json(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: LanguageQuery,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProposalExport> {
    const { name, content } = await this.exports.json(reader, id, langOf(query, reader, accepted));
    void reply.headers(headersOf(name, 'json'));
    return content;
  }
}

const langOf = ({ lang }: LanguageQuery, { account }: Reader, accepted: string | undefined): Lang =>
  isLang(lang) ? lang : (account?.locale ?? fromAcceptLanguage(accepted));

/** What one reader sees is kept by nobody in between. */
const headersOf = (name: string, ending: string) => ({
  'Content-Disposition': attachment(name, ending, 'proposal'),
  'Cache-Control': 'private, no-store',
});

function file(
  reply: FastifyReply,
  { name, content }: Saved<Uint8Array>,
  type: string,
  ending: string,
): StreamableFile {
  const headers = headersOf(name, ending);
  void reply.headers(headers);
  return new StreamableFile(content, {
    type,
    length: content.byteLength,
    disposition: headers['Content-Disposition'],
  });
}
