import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { cleanText } from '../../platform/http/clean-text.js';
import { ParagraphDto } from '../proposals.dto.js';
import {
  CHOICE_KINDS,
  type ChoiceKind,
  type ChooseInMerge,
  type FinishMerge,
  MERGING_LIMITS,
  type UndoInMerge,
} from './merging.contract.js';

const SPOT =
  /^(beginning|(paragraph|place) [0-9A-HJKMNP-TV-Z]{8}|amendment [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function OptionalReason(): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    Transform(({ value }) => (typeof value === 'string' ? cleanText(value) : value)),
    IsString(),
    Length(3, MERGING_LIMITS.reason),
    ApiProperty({
      required: false,
      minLength: 3,
      maxLength: MERGING_LIMITS.reason,
      example: 'Outside the theme.',
    }),
  );
}

export class ChooseInMergeDto implements ChooseInMerge {
  @Matches(SPOT)
  @ApiProperty({ pattern: SPOT.source, example: 'paragraph 4F0K7MZQ' })
  spot: string;

  @IsInt()
  @Min(0)
  @ApiProperty({ description: 'The sequence of the choice that stands there; 0 for none.', example: 0 })
  over: number;

  @IsIn(CHOICE_KINDS)
  @ApiProperty({ enum: CHOICE_KINDS, example: 'original' })
  kind: ChoiceKind;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MERGING_LIMITS.amendments)
  @IsUUID(undefined, { each: true })
  @ApiProperty({ required: false, type: [String] })
  amendmentIds?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MERGING_LIMITS.paragraphs)
  @ValidateNested({ each: true })
  @Type(() => ParagraphDto)
  @ApiProperty({ required: false, type: [ParagraphDto], maxItems: MERGING_LIMITS.paragraphs })
  paragraphs?: ParagraphDto[];

  @OptionalReason()
  reason?: string;
}

export class UndoInMergeDto implements UndoInMerge {
  @IsInt()
  @Min(1)
  @ApiProperty({ example: 1 })
  sequence: number;
}

export class FinishMergeDto implements FinishMerge {
  @IsInt()
  @Min(0)
  @ApiProperty({ description: 'How many acts the merge had when it was looked at.', example: 1 })
  version: number;

  @IsInt()
  @Min(0)
  @ApiProperty({ description: 'The version of the text on which they stand.', example: 1 })
  basedOn: number;

  @OptionalReason()
  reason?: string;
}

export class TracesQuery {
  /** Of which version; of the last one without it. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  number?: number;
}
