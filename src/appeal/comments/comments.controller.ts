import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page } from '../../kernel/pagination.js';
import { Id } from '../../platform/http/id-param.js';
import { Asking, type Reader } from '../../platform/http/reader.js';
import { VersionDto } from '../../program/program.dto.js';
import type { CommentPlaces, CommentThreadView } from './comments.contract.js';
import { AddCommentDto, CommentsQuery, ReplyToCommentDto, UpdateCommentDto } from './comments.dto.js';
import { Comments } from './comments.service.js';
import { CommentsRead } from './comments-read.service.js';

/** What those with a seat say to each other about the clauses of a draft. Never published. */
@ApiTags('appeal')
@Controller('api/v1')
export class CommentsController {
  constructor(
    private readonly comments: Comments,
    private readonly read: CommentsRead,
  ) {}

  @Get('appeals/:id/comments')
  list(
    @Asking() reader: Reader,
    @Id() id: string,
    @Query() query: CommentsQuery,
  ): Promise<Page<CommentThreadView>> {
    return this.read.list(reader, id, query);
  }

  /** All of them as marks in the text, without their words. */
  @Get('appeals/:id/comments/places')
  places(@Asking() reader: Reader, @Id() id: string): Promise<CommentPlaces> {
    return this.read.places(reader, id);
  }

  @Post('appeals/:id/comments')
  async add(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() body: AddCommentDto,
  ): Promise<CommentThreadView> {
    return this.read.show(reader, await this.comments.add(reader, id, body));
  }

  /** A comment with its answers; asked by the id of any of them. */
  @Get('comments/:id')
  show(@Asking() reader: Reader, @Id() id: string): Promise<CommentThreadView> {
    return this.read.show(reader, id);
  }

  @Post('comments/:id/replies')
  async reply(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() body: ReplyToCommentDto,
  ): Promise<CommentThreadView> {
    return this.read.show(reader, await this.comments.reply(reader, id, body));
  }

  @Patch('comments/:id')
  async edit(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() body: UpdateCommentDto,
  ): Promise<CommentThreadView> {
    return this.read.show(reader, await this.comments.edit(reader, id, body));
  }

  @Delete('comments/:id')
  @HttpCode(204)
  remove(@Asking() reader: Reader, @Id() id: string): Promise<void> {
    return this.comments.remove(reader, id);
  }

  @Post('comments/:id/resolve')
  @HttpCode(200)
  async resolve(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() { version }: VersionDto,
  ): Promise<CommentThreadView> {
    return this.read.show(reader, await this.comments.resolve(reader, id, version));
  }

  @Post('comments/:id/reopen')
  @HttpCode(200)
  async reopen(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() { version }: VersionDto,
  ): Promise<CommentThreadView> {
    return this.read.show(reader, await this.comments.reopen(reader, id, version));
  }
}
