import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, IsUUID, Min } from 'class-validator';
import { RichText, WritingLang } from '../platform/http/contribution.dto.js';
import { Line } from '../platform/http/localized.dto.js';
import { SearchQuery } from '../platform/http/page.dto.js';
import type { CreatePost, CreateThread, UpdatePost } from './discussion.contract.js';

export class CreateThreadDto implements CreateThread {
  @Line()
  title: string;

  @RichText()
  body: string;

  @WritingLang()
  lang: string;

  @IsOptional()
  @IsUUID()
  @ApiProperty({ required: false, format: 'uuid' })
  topicId?: string;
}

export class CreatePostDto implements CreatePost {
  @RichText()
  body: string;

  @WritingLang()
  lang: string;

  @IsOptional()
  @IsUUID()
  @ApiProperty({ required: false, format: 'uuid', description: 'The post that this one answers.' })
  parentId?: string;
}

export class UpdatePostDto implements UpdatePost {
  @RichText()
  body: string;

  @IsInt()
  @Min(1)
  @ApiProperty({ description: 'The version that the change was made from.' })
  version: number;
}

export class ThreadsQuery extends SearchQuery {
  @IsOptional()
  @IsUUID()
  topic?: string;
}
