import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page } from '../kernel/pagination.js';
import { Asking, type Reader } from '../platform/http/reader.js';
import type { PostView, ThreadSummary, ThreadSummed, ThreadView } from './discussion.contract.js';
import { CreatePostDto, CreateThreadDto, PostsQuery, ThreadsQuery, UpdatePostDto } from './discussion.dto.js';
import { Posts } from './posts.service.js';
import { ThreadSummaries } from './thread-summaries.service.js';
import { Threads } from './threads.service.js';

@ApiTags('discussion')
@Controller('api/v1')
export class DiscussionController {
  constructor(
    private readonly threads: Threads,
    private readonly posts: Posts,
    private readonly summaries: ThreadSummaries,
  ) {}

  @Get('forums/:slug/threads')
  list(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Query() query: ThreadsQuery,
  ): Promise<Page<ThreadSummary>> {
    return this.threads.list(reader, slug, query);
  }

  @Post('forums/:slug/threads')
  open(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Body() body: CreateThreadDto,
  ): Promise<ThreadView> {
    return this.threads.openThread(reader, slug, body);
  }

  @Get('threads/:id')
  show(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<ThreadView> {
    return this.threads.show(reader, id);
  }

  @Get('threads/:id/summary')
  sum(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<ThreadSummed> {
    return this.summaries.show(reader, id);
  }

  @Get('threads/:id/posts')
  listPosts(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PostsQuery,
  ): Promise<Page<PostView>> {
    return this.posts.list(reader, id, query);
  }

  @Post('threads/:id/posts')
  reply(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CreatePostDto,
  ): Promise<PostView> {
    return this.posts.addPost(reader, id, body);
  }

  @Patch('posts/:id')
  edit(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdatePostDto,
  ): Promise<PostView> {
    return this.posts.editPost(reader, id, body);
  }
}
