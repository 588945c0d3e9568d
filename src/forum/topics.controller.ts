import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asking, type Reader } from '../platform/http/reader.js';
import type { TopicView } from './forum.contract.js';
import { OrderTopicsDto, WriteTopicDto } from './forum.dto.js';
import { Topics } from './topics.service.js';

@ApiTags('forum')
@Controller('api/v1/forums/:slug/topics')
export class TopicsController {
  constructor(private readonly topics: Topics) {}

  @Post()
  add(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Body() body: WriteTopicDto,
  ): Promise<TopicView> {
    return this.topics.addTopic(reader, slug, body);
  }

  @Put('order')
  async order(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Body() { ids }: OrderTopicsDto,
  ): Promise<{ items: TopicView[] }> {
    return { items: await this.topics.orderTopics(reader, slug, ids) };
  }

  @Patch(':id')
  rename(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WriteTopicDto,
  ): Promise<TopicView> {
    return this.topics.renameTopic(reader, slug, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  remove(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.topics.removeTopic(reader, slug, id);
  }
}
