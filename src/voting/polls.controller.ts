import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Page } from '../kernel/pagination.js';
import { keyOf, OwnIdempotency } from '../platform/http/idempotency.interceptor.js';
import { Asking, accountOf, type Reader } from '../platform/http/reader.js';
import { BallotBox } from './ballot-box.js';
import { AnnulPollDto, CastBallotDto, CreatePollDto, MovePollDto, PollsQuery } from './poll.dto.js';
import { PollList } from './poll-list.js';
import { Polls } from './polls.service.js';
import type { BallotView, PollRecord, PollView } from './voting.contract.js';

@ApiTags('voting')
@Controller('api/v1')
export class PollsController {
  constructor(
    private readonly polls: Polls,
    private readonly shown: PollList,
    private readonly box: BallotBox,
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

  @Post('polls/:id/open')
  @HttpCode(200)
  async open(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MovePollDto,
  ): Promise<PollView> {
    await this.polls.openPoll(reader, id, body);
    return this.shown.show(reader, id);
  }

  @Post('polls/:id/close')
  @HttpCode(200)
  async close(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MovePollDto,
  ): Promise<PollView> {
    await this.polls.closePoll(reader, id, body);
    return this.shown.show(reader, id);
  }

  @Post('polls/:id/annul')
  @HttpCode(200)
  async annul(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AnnulPollDto,
  ): Promise<PollView> {
    await this.polls.annulPoll(reader, id, body);
    return this.shown.show(reader, id);
  }

  @Put('polls/:id/ballot')
  @OwnIdempotency()
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  cast(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body() { choice }: CastBallotDto,
  ): Promise<BallotView> {
    accountOf(reader);
    return this.box.castBallot(reader, id, choice, keyOf(key));
  }

  @Get('polls/:id/record')
  record(@Param('id', ParseUUIDPipe) id: string): Promise<PollRecord> {
    return this.polls.record(id);
  }
}
