import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page } from '../kernel/pagination.js';
import { Id } from '../platform/http/id-param.js';
import { Asking, type Reader } from '../platform/http/reader.js';
import { VersionDto } from '../program/program.dto.js';
import { Adoption } from './adoption/adoption.service.js';
import type { AppealSummary, AppealView, FateView } from './appeal.contract.js';
import {
  AddSourceDto,
  CompileAppealDto,
  CorrectAppealDto,
  DecideFatesDto,
  DecideSuggestionDto,
  FatesQuery,
  RedraftAppealDto,
  UpdateAppealDto,
  UpdateClauseDto,
  WriteClauseDto,
} from './appeal.dto.js';
import { Appeals } from './appeals.service.js';
import { Clauses } from './clauses.service.js';
import { Corrections } from './corrections.service.js';
import { Fates } from './fates.service.js';
import { Suggestions } from './suggestions.service.js';

/** Each edit is answered with the whole appeal as it then stands. */
@ApiTags('appeal')
@Controller('api/v1')
export class AppealsController {
  constructor(
    private readonly appeals: Appeals,
    private readonly adoption: Adoption,
    private readonly clauses: Clauses,
    private readonly corrections: Corrections,
    private readonly fates: Fates,
    private readonly suggestions: Suggestions,
  ) {}

  @Get('forums/:slug/appeals')
  async list(@Asking() reader: Reader, @Param('slug') slug: string): Promise<{ items: AppealSummary[] }> {
    return { items: await this.appeals.list(reader, slug) };
  }

  @Post('forums/:slug/appeals')
  compile(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Body() body: CompileAppealDto,
  ): Promise<AppealSummary> {
    return this.appeals.compileAppeal(reader, slug, body);
  }

  @Get('appeals/:id')
  show(@Asking() reader: Reader, @Id() id: string): Promise<AppealView> {
    return this.appeals.show(reader, id);
  }

  @Patch('appeals/:id')
  rename(@Asking() reader: Reader, @Id() id: string, @Body() body: UpdateAppealDto): Promise<AppealView> {
    return this.appeals.rename(reader, id, body);
  }

  @Post('appeals/:id/review')
  @HttpCode(200)
  async openReview(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() { version }: VersionDto,
  ): Promise<AppealView> {
    await this.adoption.openReview(reader, id, version);
    return this.appeals.show(reader, id);
  }

  @Post('appeals/:id/adoption')
  @HttpCode(200)
  async putToAdoption(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() { version }: VersionDto,
  ): Promise<AppealView> {
    await this.adoption.putToAdoption(reader, id, version);
    return this.appeals.show(reader, id);
  }

  @Post('appeals/:id/redraft')
  @HttpCode(200)
  async redraft(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() body: RedraftAppealDto,
  ): Promise<AppealView> {
    await this.adoption.redraft(reader, id, body);
    return this.appeals.show(reader, id);
  }

  @Post('appeals/:id/publish')
  @HttpCode(200)
  publish(@Asking() reader: Reader, @Id() id: string, @Body() { version }: VersionDto): Promise<AppealView> {
    return this.appeals.publish(reader, id, version);
  }

  @Post('appeals/:id/correct')
  async correct(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() body: CorrectAppealDto,
  ): Promise<AppealView> {
    return this.appeals.show(reader, await this.corrections.correct(reader, id, body));
  }

  @Post('appeals/:id/clauses')
  async addClause(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() body: WriteClauseDto,
  ): Promise<AppealView> {
    await this.clauses.add(reader, id, body);
    return this.appeals.show(reader, id);
  }

  @Patch('appeals/:id/clauses/:clauseId')
  async changeClause(
    @Asking() reader: Reader,
    @Id() id: string,
    @Id('clauseId') clauseId: string,
    @Body() body: UpdateClauseDto,
  ): Promise<AppealView> {
    await this.clauses.change(reader, id, clauseId, body);
    return this.appeals.show(reader, id);
  }

  @Delete('appeals/:id/clauses/:clauseId')
  async removeClause(
    @Asking() reader: Reader,
    @Id() id: string,
    @Id('clauseId') clauseId: string,
  ): Promise<AppealView> {
    await this.clauses.remove(reader, id, clauseId);
    return this.appeals.show(reader, id);
  }

  @Post('appeals/:id/clauses/:clauseId/sources')
  async addSource(
    @Asking() reader: Reader,
    @Id() id: string,
    @Id('clauseId') clauseId: string,
    @Body() body: AddSourceDto,
  ): Promise<AppealView> {
    await this.clauses.addSource(reader, id, clauseId, body);
    return this.appeals.show(reader, id);
  }

  @Delete('appeals/:id/clauses/:clauseId/sources/:sourceId')
  async removeSource(
    @Asking() reader: Reader,
    @Id() id: string,
    @Id('clauseId') clauseId: string,
    @Id('sourceId') sourceId: string,
  ): Promise<AppealView> {
    await this.clauses.removeSource(reader, id, clauseId, sourceId);
    return this.appeals.show(reader, id);
  }

  @Get('appeals/:id/fates')
  listFates(@Asking() reader: Reader, @Id() id: string, @Query() query: FatesQuery): Promise<Page<FateView>> {
    return this.fates.list(reader, id, query);
  }

  @Post('appeals/:id/fates')
  @HttpCode(200)
  async decideFates(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() body: DecideFatesDto,
  ): Promise<AppealView> {
    await this.fates.decide(reader, id, body);
    return this.appeals.show(reader, id);
  }

  @Post('appeals/:id/suggestions/:suggestionId')
  @HttpCode(200)
  async decideSuggestion(
    @Asking() reader: Reader,
    @Id() id: string,
    @Id('suggestionId') suggestionId: string,
    @Body() body: DecideSuggestionDto,
  ): Promise<AppealView> {
    await this.suggestions.decide(reader, id, suggestionId, body);
    return this.appeals.show(reader, id);
  }
}
