import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '../../platform/http/id-param.js';
import { Asking, type Reader } from '../../platform/http/reader.js';
import type { PreparedPolls } from '../../proposals/amendments/amendments.contract.js';
import {
  DecideAmendmentsDto,
  MoveAmendmentDto,
  RejectAmendmentDto,
  VoteOnAmendmentsDto,
} from '../../proposals/amendments/amendments.dto.js';
import { ClauseAmendmentList } from './clause-amendment-list.js';
import { ClauseAmendmentVotes } from './clause-amendment-votes.service.js';
import type { ClauseAmendmentsView, ClauseAmendmentView } from './clause-amendments.contract.js';
import {
  AcceptClauseAmendmentDto,
  UpdateClauseAmendmentDto,
  WriteClauseAmendmentDto,
} from './clause-amendments.dto.js';
import { ClauseAmendments } from './clause-amendments.service.js';

/** Amendments to the clauses of an appeal. */
@ApiTags('appeal')
@Controller('api/v1')
export class ClauseAmendmentsController {
  constructor(
    private readonly amendments: ClauseAmendments,
    private readonly votes: ClauseAmendmentVotes,
    private readonly shown: ClauseAmendmentList,
  ) {}

  @Get('appeals/:id/amendments')
  list(@Asking() reader: Reader, @Id() id: string): Promise<ClauseAmendmentsView> {
    return this.shown.list(reader, id);
  }

  @Post('appeals/:id/amendments')
  async draft(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() body: WriteClauseAmendmentDto,
  ): Promise<ClauseAmendmentView> {
    return this.shown.show(reader, await this.amendments.draftAmendment(reader, id, body));
  }

  /** Accepts or rejects several at once: all or none. */
  @Post('appeals/:id/amendments/decisions')
  @HttpCode(200)
  async decide(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() body: DecideAmendmentsDto,
  ): Promise<ClauseAmendmentsView> {
    await this.amendments.decideAmendments(reader, id, body);
    return this.shown.list(reader, id);
  }

  /** Prepares a poll on each amendment that can be put to the vote, in the order of the rule: all or none. */
  @Post('appeals/:id/amendments/polls')
  async prepare(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() body: VoteOnAmendmentsDto,
  ): Promise<PreparedPolls> {
    return { pollIds: await this.votes.prepareAll(reader, id, body) };
  }

  @Get('clause-amendments/:id')
  show(@Asking() reader: Reader, @Id() id: string): Promise<ClauseAmendmentView> {
    return this.shown.show(reader, id);
  }

  @Patch('clause-amendments/:id')
  async edit(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() body: UpdateClauseAmendmentDto,
  ): Promise<ClauseAmendmentView> {
    await this.amendments.editAmendment(reader, id, body);
    return this.shown.show(reader, id);
  }

  @Post('clause-amendments/:id/submit')
  @HttpCode(200)
  async submit(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() body: MoveAmendmentDto,
  ): Promise<ClauseAmendmentView> {
    await this.amendments.moveAmendment(reader, id, 'submit', body);
    return this.shown.show(reader, id);
  }

  @Post('clause-amendments/:id/withdraw')
  @HttpCode(200)
  async withdraw(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() body: MoveAmendmentDto,
  ): Promise<ClauseAmendmentView> {
    await this.amendments.moveAmendment(reader, id, 'withdraw', body);
    return this.shown.show(reader, id);
  }

  @Post('clause-amendments/:id/reject')
  @HttpCode(200)
  async reject(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() body: RejectAmendmentDto,
  ): Promise<ClauseAmendmentView> {
    await this.amendments.moveAmendment(reader, id, 'reject', body);
    return this.shown.show(reader, id);
  }

  @Post('clause-amendments/:id/accept')
  @HttpCode(200)
  async accept(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() body: AcceptClauseAmendmentDto,
  ): Promise<ClauseAmendmentView> {
    await this.amendments.acceptAmendment(reader, id, body);
    return this.shown.show(reader, id);
  }
}
