import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForAccounts } from '../platform/http/openapi-security.js';
import { Asking, type Reader } from '../platform/http/reader.js';
import { CoAuthors } from './co-authors.service.js';
import { Endorsements } from './endorsements.service.js';
import { Following } from './following.service.js';
import { ProposalPage } from './proposal-page.js';
import type { ProposalView, SavedFilter } from './proposals.contract.js';
import { InviteCoAuthorDto, SaveFilterDto } from './proposals.dto.js';

/** Who stands behind proposals, signs them, or keeps an eye on them. */
@ApiTags('proposals')
@Controller('api/v1')
export class ProposalSupportController {
  constructor(
    private readonly endorsements: Endorsements,
    private readonly coAuthors: CoAuthors,
    private readonly following: Following,
    private readonly page: ProposalPage,
  ) {}

  @Put('proposals/:id/endorsement')
  endorse(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<ProposalView> {
    return this.after(reader, id, this.endorsements.endorse(reader, id));
  }

  @Delete('proposals/:id/endorsement')
  withdrawEndorsement(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ProposalView> {
    return this.after(reader, id, this.endorsements.withdrawEndorsement(reader, id));
  }

  @Put('proposals/:id/city-endorsement')
  endorseForCity(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<ProposalView> {
    return this.after(reader, id, this.endorsements.endorseForCity(reader, id));
  }

  @Delete('proposals/:id/city-endorsement')
  withdrawForCity(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<ProposalView> {
    return this.after(reader, id, this.endorsements.withdrawForCity(reader, id));
  }

  @Delete('proposals/:id/endorsement-request')
  decline(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<ProposalView> {
    return this.after(reader, id, this.endorsements.decline(reader, id));
  }

  @Post('proposals/:id/co-authors')
  @HttpCode(200)
  invite(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: InviteCoAuthorDto,
  ): Promise<ProposalView> {
    return this.after(reader, id, this.coAuthors.invite(reader, id, body));
  }

  @Post('proposals/:id/co-authors/accept')
  @HttpCode(200)
  accept(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<ProposalView> {
    return this.after(reader, id, this.coAuthors.accept(reader, id));
  }

  /** Who leaves a draft does not see it any more. */
  @Delete('proposals/:id/co-authors/:participantId')
  @HttpCode(204)
  leave(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
  ): Promise<void> {
    return this.coAuthors.leave(reader, id, participantId);
  }

  @Put('proposals/:id/following')
  follow(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<ProposalView> {
    return this.after(reader, id, this.following.follow(reader, id));
  }

  @Delete('proposals/:id/following')
  unfollow(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<ProposalView> {
    return this.after(reader, id, this.following.unfollow(reader, id));
  }

  @Get('forums/:slug/proposal-filters')
  @ForAccounts()
  filters(@Asking() reader: Reader, @Param('slug') slug: string): Promise<SavedFilter[]> {
    return this.following.filters(reader, slug);
  }

  @Post('forums/:slug/proposal-filters')
  saveFilter(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Body() body: SaveFilterDto,
  ): Promise<SavedFilter> {
    return this.following.saveFilter(reader, slug, body);
  }

  @Delete('forums/:slug/proposal-filters/:id')
  @HttpCode(204)
  dropFilter(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.following.dropFilter(reader, slug, id);
  }

  private async after(reader: Reader, id: string, done: Promise<void>): Promise<ProposalView> {
    await done;
    return this.page.show(reader, id);
  }
}
