import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page } from '../kernel/pagination.js';
import { ForAccounts } from '../platform/http/openapi-security.js';
import { SearchQuery } from '../platform/http/page.dto.js';
import { Asking, type Reader } from '../platform/http/reader.js';
import { Delegations } from './delegations.service.js';
import type { DelegationView, ParticipantView } from './forum.contract.js';
import { Participants } from './participants.service.js';
import { CreateDelegationDto, UpdateDelegationDto, UpdateParticipantDto } from './people.dto.js';

@ApiTags('forum')
@Controller('api/v1/forums/:slug')
export class PeopleController {
  constructor(
    private readonly delegations: Delegations,
    private readonly participants: Participants,
  ) {}

  @Get('delegations')
  async listDelegations(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
  ): Promise<{ items: DelegationView[] }> {
    return { items: await this.delegations.list(reader, slug) };
  }

  @Post('delegations')
  addDelegation(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Body() body: CreateDelegationDto,
  ): Promise<DelegationView> {
    return this.delegations.addDelegation(reader, slug, body);
  }

  @Patch('delegations/:id')
  weighDelegation(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateDelegationDto,
  ): Promise<DelegationView> {
    return this.delegations.weighDelegation(reader, slug, id, body);
  }

  @Delete('delegations/:id')
  @HttpCode(204)
  removeDelegation(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.delegations.removeDelegation(reader, slug, id);
  }

  @Get('participants')
  @ForAccounts()
  listParticipants(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Query() query: SearchQuery,
  ): Promise<Page<ParticipantView>> {
    return this.participants.list(reader, slug, query);
  }

  @Patch('participants/:id')
  changeParticipant(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateParticipantDto,
  ): Promise<ParticipantView> {
    return this.participants.changeParticipant(reader, slug, id, body);
  }
}
