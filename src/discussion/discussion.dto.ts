import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsUUID, Min } from 'class-validator';
import { LANGS, type Lang } from '../kernel/localized.js';
import { WritingLang } from '../platform/http/contribution.dto.js';
import { Line } from '../platform/http/localized.dto.js';
import { PageQuery, SearchQuery } from '../platform/http/page.dto.js';
import type { CreatePost, CreateThread, UpdatePost } from './discussion.contract.js';
import { MentioningText } from './mentions/mentioning-text.dto.js';

export class CreateThreadDto implements CreateThread {
  @Line()
  title: string;

  @MentioningText()
  body: string;

  @WritingLang()
  lang: string;

  @IsOptional()
  @IsUUID()
  @ApiProperty({ required: false, format: 'uuid' })
  topicId?: string;
}

export class CreatePostDto implements CreatePost {
  @MentioningText()
  body: string;

  @WritingLang()
  lang: string;

  @IsOptional()
  @IsUUID()
  @ApiProperty({ required: false, format: 'uuid', description: 'The post that this one answers.' })
  parentId?: string;
}

export class UpdatePostDto implements UpdatePost {
  @MentioningText()
  body: string;

  @IsInt()
  @Min(1)
  @ApiProperty({ description: 'The version that the change was made from.' })
  version: number;
}

export class PostsQuery extends PageQuery {
  /** In which language delegations are wished to be named. */
  @IsOptional()
  @IsIn(LANGS)
  lang?: Lang;
}

export class ThreadsQuery extends SearchQuery {
  @IsOptional()
  @IsUUID()
  topic?: string;
}
