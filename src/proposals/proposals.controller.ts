import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page } from '../kernel/pagination.js';
import { Asking, type Reader } from '../platform/http/reader.js';
import { Endorsements } from './endorsements.service.js';
import type { ProposalMove } from './proposal.states.js';
import { ProposalList } from './proposal-list.js';
import type { MoveProposal, ProposalSummary, ProposalView } from './proposals.contract.js';
import {
  CreateProposalDto,
  MoveProposalDto,
  ProposalsQuery,
  ReturnProposalDto,
  UpdateProposalDto,
  WriteTranslationDto,
} from './proposals.dto.js';
import { Proposals } from './proposals.service.js';

const LANG = new ParseEnumPipe({ ar: 'ar', fr: 'fr', en: 'en' });

@ApiTags('proposals')
@Controller('api/v1')
export class ProposalsController {
  constructor(
    private readonly proposals: Proposals,
    private readonly shown: ProposalList,
    private readonly endorsements: Endorsements,
  ) {}

  @Get('forums/:slug/proposals')
  list(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Query() query: ProposalsQuery,
  ): Promise<Page<ProposalSummary>> {
    return this.shown.list(reader, slug, query);
  }

  @Post('forums/:slug/proposals')
  async draft(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Body() body: CreateProposalDto,
  ): Promise<ProposalView> {
    return this.shown.show(reader, await this.proposals.draftProposal(reader, slug, body));
  }

  @Get('proposals/:id')
  show(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<ProposalView> {
    return this.shown.show(reader, id);
  }

  @Patch('proposals/:id')
  async edit(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateProposalDto,
  ): Promise<ProposalView> {
    await this.proposals.editProposal(reader, id, body);
    return this.shown.show(reader, id);
  }

  @Put('proposals/:id/texts/:lang')
  async translate(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('lang', LANG) lang: string,
    @Body() body: WriteTranslationDto,
  ): Promise<ProposalView> {
    await this.proposals.writeTranslation(reader, id, lang, body);
    return this.shown.show(reader, id);
  }

  @Post('proposals/:id/submit')
  @HttpCode(200)
  submit(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveProposalDto,
  ): Promise<ProposalView> {
    return this.move(reader, id, 'submit', body);
  }

  @Post('proposals/:id/admit')
  @HttpCode(200)
  admit(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveProposalDto,
  ): Promise<ProposalView> {
    return this.move(reader, id, 'admit', body);
  }

  @Post('proposals/:id/return')
  @HttpCode(200)
  return(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReturnProposalDto,
  ): Promise<ProposalView> {
    return this.move(reader, id, 'return', body);
  }

  @Post('proposals/:id/withdraw')
  @HttpCode(200)
  withdraw(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveProposalDto,
  ): Promise<ProposalView> {
    return this.move(reader, id, 'withdraw', body);
  }

  @Put('proposals/:id/endorsement')
  async endorse(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<ProposalView> {
    await this.endorsements.endorse(reader, id);
    return this.shown.show(reader, id);
  }

  @Delete('proposals/:id/endorsement')
  async withdrawEndorsement(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ProposalView> {
    await this.endorsements.withdrawEndorsement(reader, id);
    return this.shown.show(reader, id);
  }

  private async move(
    reader: Reader,
    id: string,
    move: ProposalMove,
    body: MoveProposal,
  ): Promise<ProposalView> {
    await this.proposals.moveProposal(reader, id, move, body);
    return this.shown.show(reader, id);
  }
}
