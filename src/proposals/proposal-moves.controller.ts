import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asking, type Reader } from '../platform/http/reader.js';
import { Merges } from './merges.service.js';
import { ProposalMoves } from './proposal-moves.service.js';
import { ProposalPage } from './proposal-page.js';
import type { ProposalView } from './proposals.contract.js';
import {
  LinkProposalsDto,
  MergeProposalDto,
  MoveProposalDto,
  ReasonedMoveDto,
  ScheduleProposalDto,
} from './proposals.dto.js';

/** Moving proposals on, and bringing together what belongs together. */
@ApiTags('proposals')
@Controller('api/v1/proposals/:id')
export class ProposalMovesController {
  constructor(
    private readonly moves: ProposalMoves,
    private readonly merges: Merges,
    private readonly page: ProposalPage,
  ) {}

  @Post('submit')
  @HttpCode(200)
  submit(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveProposalDto,
  ): Promise<ProposalView> {
    return this.after(reader, id, this.moves.moveProposal(reader, id, 'submit', body));
  }

  @Post('admit')
  @HttpCode(200)
  admit(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveProposalDto,
  ): Promise<ProposalView> {
    return this.after(reader, id, this.moves.moveProposal(reader, id, 'admit', body));
  }

  @Post('return')
  @HttpCode(200)
  return(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonedMoveDto,
  ): Promise<ProposalView> {
    return this.after(reader, id, this.moves.moveProposal(reader, id, 'return', body));
  }

  @Post('debate')
  @HttpCode(200)
  debate(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveProposalDto,
  ): Promise<ProposalView> {
    return this.after(reader, id, this.moves.moveProposal(reader, id, 'debate', body));
  }

  @Post('schedule')
  @HttpCode(200)
  schedule(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ScheduleProposalDto,
  ): Promise<ProposalView> {
    return this.after(reader, id, this.moves.scheduleProposal(reader, id, body));
  }

  @Post('unschedule')
  @HttpCode(200)
  unschedule(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveProposalDto,
  ): Promise<ProposalView> {
    return this.after(reader, id, this.moves.moveProposal(reader, id, 'unschedule', body));
  }

  @Post('withdraw')
  @HttpCode(200)
  withdraw(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveProposalDto,
  ): Promise<ProposalView> {
    return this.after(reader, id, this.moves.moveProposal(reader, id, 'withdraw', body));
  }

  @Post('lapse')
  @HttpCode(200)
  lapse(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonedMoveDto,
  ): Promise<ProposalView> {
    return this.after(reader, id, this.moves.moveProposal(reader, id, 'lapse', body));
  }

  @Post('merge')
  @HttpCode(200)
  merge(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MergeProposalDto,
  ): Promise<ProposalView> {
    return this.after(reader, id, this.merges.mergeProposal(reader, id, body));
  }

  @Post('unmerge')
  @HttpCode(200)
  unmerge(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonedMoveDto,
  ): Promise<ProposalView> {
    return this.after(reader, id, this.merges.unmergeProposal(reader, id, body));
  }

  @Post('links')
  @HttpCode(200)
  link(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { otherId }: LinkProposalsDto,
  ): Promise<ProposalView> {
    return this.after(reader, id, this.merges.linkProposals(reader, id, otherId));
  }

  @Delete('links/:otherId')
  unlink(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('otherId', ParseUUIDPipe) otherId: string,
  ): Promise<ProposalView> {
    return this.after(reader, id, this.merges.unlinkProposals(reader, id, otherId));
  }

  private async after(reader: Reader, id: string, done: Promise<void>): Promise<ProposalView> {
    await done;
    return this.page.show(reader, id);
  }
}
