import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForAccounts } from '../../platform/http/openapi-security.js';
import { Asking, type Reader } from '../../platform/http/reader.js';
import { FinishingMerges } from './finishing.service.js';
import { MergeViews } from './merge-view.js';
import type { FinishedMerge, MergeView, TracesView } from './merging.contract.js';
import { ChooseInMergeDto, FinishMergeDto, TracesQuery, UndoInMergeDto } from './merging.dto.js';
import { Mergings } from './merging.service.js';
import { Traces } from './traces.service.js';

/** Amendments merged into the next version of a proposal, and where its words come from. */
@ApiTags('merging')
@Controller('api/v1')
export class MergingController {
  constructor(
    private readonly mergings: Mergings,
    private readonly finishing: FinishingMerges,
    private readonly views: MergeViews,
    private readonly traces: Traces,
  ) {}

  @ForAccounts()
  @Get('proposals/:id/merging')
  show(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<MergeView> {
    return this.views.show(reader, id);
  }

  /** Begins a merge, or joins the one that is open. */
  @Post('proposals/:id/merging')
  async begin(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<MergeView> {
    await this.mergings.begin(reader, id);
    return this.views.show(reader, id);
  }

  @Post('proposals/:id/merging/choices')
  async choose(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChooseInMergeDto,
  ): Promise<MergeView> {
    await this.mergings.choose(reader, id, body);
    return this.views.show(reader, id);
  }

  @Post('proposals/:id/merging/undo')
  @HttpCode(200)
  async undo(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { sequence }: UndoInMergeDto,
  ): Promise<MergeView> {
    await this.mergings.undo(reader, id, sequence);
    return this.views.show(reader, id);
  }

  /** What was chosen becomes the next version, and every amendment gets its fate. */
  @Post('proposals/:id/merging/finish')
  @HttpCode(200)
  async finish(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FinishMergeDto,
  ): Promise<FinishedMerge> {
    return { number: await this.finishing.finish(reader, id, body) };
  }

  /** Ends the merge without a result. */
  @Post('proposals/:id/merging/give-up')
  @HttpCode(200)
  async giveUp(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<MergeView> {
    await this.mergings.giveUp(reader, id);
    return this.views.show(reader, id);
  }

  /** Where the words of a version come from: for each stretch the amendments that brought it, with their votes. */
  @Get('proposals/:id/traces')
  trace(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { number }: TracesQuery,
  ): Promise<TracesView> {
    return this.traces.of(reader, id, number);
  }
}
