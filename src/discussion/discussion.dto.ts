import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsUUID, Min } from 'class-validator';
import { LANGS, type Lang } from '../kernel/localized.js';
import { cleanMarked } from '../platform/http/clean-text.js';
import { RichText, WritingLang } from '../platform/http/contribution.dto.js';
import { Line } from '../platform/http/localized.dto.js';
import { PageQuery, SearchQuery } from '../platform/http/page.dto.js';
import type { CreatePost, CreateThread, UpdatePost } from './discussion.contract.js';
import { MENTION } from './mentions/marks.js';

/** Rich text that may mention people. */
const PostText = (): PropertyDecorator => RichText({ clean: (html) => cleanMarked(html, MENTION) });

export class CreateThreadDto implements CreateThread {
  @Line()
  title: string;

  @PostText()
  body: string;

  @WritingLang()
  lang: string;

  @IsOptional()
  @IsUUID()
  @ApiProperty({ required: false, format: 'uuid' })
  topicId?: string;
}

export class CreatePostDto implements CreatePost {
  @PostText()
  body: string;

  @WritingLang()
  lang: string;

  @IsOptional()
  @IsUUID()
  @ApiProperty({ required: false, format: 'uuid', description: 'The post that this one answers.' })
  parentId?: string;
}

export class UpdatePostDto implements UpdatePost {
  @PostText()
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
