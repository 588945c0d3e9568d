import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page } from '../kernel/pagination.js';
import { PageQuery } from '../platform/http/page.dto.js';
import { Asking, type Reader } from '../platform/http/reader.js';
import type { ForumSummary, ForumView } from './forum.contract.js';
import { CreateForumDto, UpdateForumDto } from './forum.dto.js';
import { Forums } from './forums.service.js';

@ApiTags('forum')
@Controller('api/v1/forums')
export class ForumsController {
  constructor(private readonly forums: Forums) {}

  @Get()
  list(@Query() query: PageQuery): Promise<Page<ForumSummary>> {
    return this.forums.list(query);
  }

  @Post()
  create(@Asking() reader: Reader, @Body() body: CreateForumDto): Promise<ForumView> {
    return this.forums.create(reader, body);
  }

  @Get(':slug')
  show(@Asking() reader: Reader, @Param('slug') slug: string): Promise<ForumView> {
    return this.forums.show(reader, slug);
  }

  @Patch(':slug')
  update(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Body() body: UpdateForumDto,
  ): Promise<ForumView> {
    return this.forums.update(reader, slug, body);
  }
}
