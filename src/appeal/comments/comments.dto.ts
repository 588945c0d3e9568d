import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MentioningText } from '../../discussion/mentions/mentioning-text.dto.js';
import { LANGS, type Lang } from '../../kernel/localized.js';
import { cleanPassage } from '../../platform/http/clean-text.js';
import { WritingLang } from '../../platform/http/contribution.dto.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import {
  type AddComment,
  COMMENT_LIMITS,
  COMMENT_STATES,
  type CommentState,
  type Passage,
  type ReplyToComment,
  type UpdateComment,
} from './comments.contract.js';

/** Words of a clause as they stand there, spaces at their ends too. */
function Words(max: number): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? cleanPassage(value) : value)),
    IsString(),
    MaxLength(max),
  );
}

class PassageDto implements Passage {
  @Words(COMMENT_LIMITS.exact)
  @IsNotEmpty()
  @ApiProperty({ maxLength: COMMENT_LIMITS.exact })
  exact: string;

  @IsOptional()
  @Words(COMMENT_LIMITS.context)
  @ApiPropertyOptional({ type: String, maxLength: COMMENT_LIMITS.context })
  prefix?: string;

  @IsOptional()
  @Words(COMMENT_LIMITS.context)
  @ApiPropertyOptional({ type: String, maxLength: COMMENT_LIMITS.context })
  suffix?: string;
}

export class ReplyToCommentDto implements ReplyToComment {
  @MentioningText(COMMENT_LIMITS.html)
  body: string;

  @WritingLang()
  lang: Lang;
}

export class AddCommentDto extends ReplyToCommentDto implements AddComment {
  @IsUUID()
  @ApiProperty({ format: 'uuid' })
  clauseId: string;

  @IsIn(LANGS)
  @ApiProperty({ enum: LANGS, description: 'The language of the words that it is about.' })
  textLang: Lang;

  @IsOptional()
  @ValidateNested()
  @Type(() => PassageDto)
  @ApiPropertyOptional({ type: PassageDto })
  passage?: PassageDto;
}

export class UpdateCommentDto implements UpdateComment {
  @MentioningText(COMMENT_LIMITS.html)
  body: string;

  @IsInt()
  @Min(1)
  @ApiProperty({ description: 'The version that the change was made from.' })
  version: number;
}

export class CommentsQuery extends PageQuery {
  @IsOptional()
  @IsIn(COMMENT_STATES)
  state?: CommentState;

  /** The clause where they belong today. */
  @IsOptional()
  @IsUUID()
  clause?: string;
}
