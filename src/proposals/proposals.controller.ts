import {
  Body,
  Controller,
  Get,
  Header,
  Param,
  ParseEnumPipe,
  ParseIntPipe,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page } from '../kernel/pagination.js';
import { Asking, type Reader } from '../platform/http/reader.js';
import { ProposalList } from './proposal-list.js';
import { ProposalPage } from './proposal-page.js';
import type {
  ProposalCounts,
  ProposalSummary,
  ProposalView,
  SimilarProposal,
  VersionView,
} from './proposals.contract.js';
import {
  CreateProposalDto,
  LanguageQuery,
  ProposalsQuery,
  SimilarQuery,
  UpdateProposalDto,
  WriteTranslationDto,
} from './proposals.dto.js';
import { Proposals } from './proposals.service.js';
import { Similar } from './similar.js';

const LANG = new ParseEnumPipe({ ar: 'ar', fr: 'fr', en: 'en' });

/** Reading proposals and writing them. */
@ApiTags('proposals')
@Controller('api/v1')
export class ProposalsController {
  constructor(
    private readonly proposals: Proposals,
    private readonly lists: ProposalList,
    private readonly page: ProposalPage,
    private readonly similar: Similar,
  ) {}

  @Get('forums/:slug/proposals')
  list(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Query() query: ProposalsQuery,
  ): Promise<Page<ProposalSummary>> {
    return this.lists.list(reader, slug, query);
  }

  @Get('forums/:slug/proposals/counts')
  counts(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Query() query: ProposalsQuery,
  ): Promise<ProposalCounts> {
    return this.lists.counts(reader, slug, query);
  }

  @Get('forums/:slug/proposals/similar')
  similarToText(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Query() query: SimilarQuery,
  ): Promise<SimilarProposal[]> {
    return this.similar.toText(reader, slug, query);
  }

  @Post('forums/:slug/proposals')
  async draft(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Body() body: CreateProposalDto,
  ): Promise<ProposalView> {
    return this.page.show(reader, await this.proposals.draftProposal(reader, slug, body));
  }

  @Get('proposals/:id')
  show(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { lang }: LanguageQuery,
  ): Promise<ProposalView> {
    return this.page.show(reader, id, lang);
  }

  @Get('proposals/:id/similar')
  similarToProposal(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SimilarProposal[]> {
    return this.similar.toProposal(reader, id);
  }

  @Get('proposals/:id/qr.svg')
  @Header('Content-Type', 'image/svg+xml')
  qr(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    return this.page.qr(reader, id);
  }

  @Get('proposals/:id/versions/:number')
  version(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<VersionView> {
    return this.page.version(reader, id, number);
  }

  @Patch('proposals/:id')
  async edit(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateProposalDto,
  ): Promise<ProposalView> {
    await this.proposals.editProposal(reader, id, body);
    return this.page.show(reader, id);
  }

  @Put('proposals/:id/texts/:lang')
  async translate(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('lang', LANG) lang: string,
    @Body() body: WriteTranslationDto,
  ): Promise<ProposalView> {
    await this.proposals.writeTranslation(reader, id, lang, body);
    return this.page.show(reader, id);
  }
}
