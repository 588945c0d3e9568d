import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page } from '../kernel/pagination.js';
import { ForAccounts } from '../platform/http/openapi-security.js';
import { Asking, type Reader } from '../platform/http/reader.js';
import { HandCounts } from './hand-counts.service.js';
import {
  AnnulPollDto,
  CountDownDto,
  CreatePollDto,
  EnterByHandDto,
  MovePollDto,
  OpenPollDto,
  PollsQuery,
  ProlongPollDto,
  StartRehearsalDto,
  UpdatePollDto,
} from './poll.dto.js';
import { PollList } from './poll-list.js';
import type { PollView } from './polls.contract.js';
import { Polls } from './polls.service.js';
import type { RehearsalView } from './rehearsals.contract.js';
import { Rehearsals } from './rehearsals.service.js';
import { Rounds } from './rounds.service.js';

@ApiTags('voting')
@Controller('api/v1')
export class PollsController {
  constructor(
    private readonly polls: Polls,
    private readonly rounds: Rounds,
    private readonly byHand: HandCounts,
    private readonly rehearsals: Rehearsals,
    private readonly shown: PollList,
  ) {}

  @Get('forums/:slug/polls')
  list(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Query() query: PollsQuery,
  ): Promise<Page<PollView>> {
    return this.shown.list(reader, slug, query);
  }

  @Post('forums/:slug/polls')
  async prepare(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Body() body: CreatePollDto,
  ): Promise<PollView> {
    return this.shown.show(reader, await this.polls.preparePoll(reader, slug, body));
  }

  @Get('polls/:id')
  show(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<PollView> {
    return this.shown.show(reader, id);
  }

  @Patch('polls/:id')
  change(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdatePollDto,
  ): Promise<PollView> {
    return this.after(reader, id, this.polls.changePoll(reader, id, body));
  }

  @Post('polls/:id/announce')
  @HttpCode(200)
  announce(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MovePollDto,
  ): Promise<PollView> {
    return this.after(reader, id, this.polls.announcePoll(reader, id, body));
  }

  @Post('polls/:id/open')
  @HttpCode(200)
  open(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: OpenPollDto,
  ): Promise<PollView> {
    return this.after(reader, id, this.rounds.openPoll(reader, id, body));
  }

  @Post('polls/:id/count-down')
  @HttpCode(200)
  countDown(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CountDownDto,
  ): Promise<PollView> {
    return this.after(reader, id, this.rounds.countDown(reader, id, body));
  }

  @Post('polls/:id/prolong')
  @HttpCode(200)
  prolong(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ProlongPollDto,
  ): Promise<PollView> {
    return this.after(reader, id, this.rounds.prolongPoll(reader, id, body));
  }

  @Post('polls/:id/close')
  @HttpCode(200)
  close(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MovePollDto,
  ): Promise<PollView> {
    return this.after(reader, id, this.rounds.closePoll(reader, id, body));
  }

  @Post('polls/:id/publish')
  @HttpCode(200)
  publish(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MovePollDto,
  ): Promise<PollView> {
    return this.after(reader, id, this.rounds.publishPoll(reader, id, body));
  }

  @Post('polls/:id/annul')
  @HttpCode(200)
  annul(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AnnulPollDto,
  ): Promise<PollView> {
    return this.after(reader, id, this.polls.annulPoll(reader, id, body));
  }

  @Post('polls/:id/repeat')
  @HttpCode(200)
  repeat(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MovePollDto,
  ): Promise<PollView> {
    return this.after(reader, id, this.polls.repeatPoll(reader, id, body));
  }

  @Put('polls/:id/hand-count')
  enterByHand(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EnterByHandDto,
  ): Promise<PollView> {
    return this.after(reader, id, this.byHand.enterByHand(reader, id, body));
  }

  @ForAccounts()
  @Get('polls/:id/rehearsals')
  rehearsed(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<RehearsalView[]> {
    return this.rehearsals.list(reader, id);
  }

  @Post('polls/:id/rehearsals')
  rehearse(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: StartRehearsalDto,
  ): Promise<RehearsalView> {
    return this.rehearsals.startRehearsal(reader, id, body);
  }

  private async after(reader: Reader, id: string, work: Promise<void>): Promise<PollView> {
    await work;
    return this.shown.show(reader, id);
  }
}
