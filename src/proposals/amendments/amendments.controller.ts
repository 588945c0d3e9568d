import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asking, type Reader } from '../../platform/http/reader.js';
import { AmendmentList } from './amendment-list.js';
import { AmendmentVotes } from './amendment-votes.service.js';
import type { AmendmentsView, AmendmentView, PreparedPolls } from './amendments.contract.js';
import {
  AcceptAmendmentDto,
  CreateAmendmentDto,
  DecideAmendmentsDto,
  MoveAmendmentDto,
  PublishOrderDto,
  RejectAmendmentDto,
  UpdateAmendmentDto,
  VoteOnAmendmentsDto,
} from './amendments.dto.js';
import { Amendments } from './amendments.service.js';

/** Amendments to proposals. */
@ApiTags('amendments')
@Controller('api/v1')
export class AmendmentsController {
  constructor(
    private readonly amendments: Amendments,
    private readonly votes: AmendmentVotes,
    private readonly shown: AmendmentList,
  ) {}

  @Get('proposals/:id/amendments')
  list(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<AmendmentsView> {
    return this.shown.list(reader, id);
  }

  @Post('proposals/:id/amendments')
  async draft(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CreateAmendmentDto,
  ): Promise<AmendmentView> {
    return this.shown.show(reader, await this.amendments.draftAmendment(reader, id, body));
  }

  /** Accepts or rejects several at once: all or none. */
  @Post('proposals/:id/amendments/decisions')
  @HttpCode(200)
  async decide(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DecideAmendmentsDto,
  ): Promise<AmendmentsView> {
    await this.amendments.decideAmendments(reader, id, body);
    return this.shown.list(reader, id);
  }

  @Put('proposals/:id/amendments/order')
  async order(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { amendmentIds }: PublishOrderDto,
  ): Promise<AmendmentsView> {
    await this.votes.publishOrder(reader, id, amendmentIds);
    return this.shown.list(reader, id);
  }

  /** Prepares a poll on each amendment of the published order that is still open, in that order: all or none. */
  @Post('proposals/:id/amendments/polls')
  async prepare(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: VoteOnAmendmentsDto,
  ): Promise<PreparedPolls> {
    return { pollIds: await this.votes.prepareAll(reader, id, body) };
  }

  @Get('amendments/:id')
  show(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<AmendmentView> {
    return this.shown.show(reader, id);
  }

  @Patch('amendments/:id')
  async edit(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateAmendmentDto,
  ): Promise<AmendmentView> {
    await this.amendments.editAmendment(reader, id, body);
    return this.shown.show(reader, id);
  }

  @Post('amendments/:id/submit')
  @HttpCode(200)
  async submit(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveAmendmentDto,
  ): Promise<AmendmentView> {
    await this.amendments.moveAmendment(reader, id, 'submit', body);
    return this.shown.show(reader, id);
  }

  @Post('amendments/:id/withdraw')
  @HttpCode(200)
  async withdraw(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveAmendmentDto,
  ): Promise<AmendmentView> {
    await this.amendments.moveAmendment(reader, id, 'withdraw', body);
    return this.shown.show(reader, id);
  }

  @Post('amendments/:id/reject')
  @HttpCode(200)
  async reject(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RejectAmendmentDto,
  ): Promise<AmendmentView> {
    await this.amendments.moveAmendment(reader, id, 'reject', body);
    return this.shown.show(reader, id);
  }

  @Post('amendments/:id/accept')
  @HttpCode(200)
  async accept(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AcceptAmendmentDto,
  ): Promise<AmendmentView> {
    await this.amendments.acceptAmendment(reader, id, body);
    return this.shown.show(reader, id);
  }
}
