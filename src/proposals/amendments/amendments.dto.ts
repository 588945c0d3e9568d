import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';
import { cleanText } from '../../platform/http/clean-text.js';
import { TermsDto } from '../../voting/terms.dto.js';
import { PROPOSAL_LIMITS } from '../proposals.contract.js';
import { MoveProposalDto, ParagraphDto, ReasonedMoveDto } from '../proposals.dto.js';
import {
  type AcceptAmendment,
  AMENDMENT_LIMITS,
  type CreateAmendment,
  type DecideAmendments,
  type MoveAmendment,
  type PublishOrder,
  type UpdateAmendment,
  type WriteAmendment,
} from './amendments.contract.js';

/** Why somebody wants a change, or why it is decided so. */
export function Reason(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? cleanText(value) : value)),
    IsString(),
    Length(3, AMENDMENT_LIMITS.reason),
    ApiProperty({
      example: 'So that it is clear who pays.',
      minLength: 3,
      maxLength: AMENDMENT_LIMITS.reason,
    }),
  );
}

class WriteAmendmentDto implements WriteAmendment {
  @Reason()
  reason: string;

  /** The whole text as it should read. */
  @IsArray()
  @ArrayMaxSize(PROPOSAL_LIMITS.paragraphs)
  @ValidateNested({ each: true })
  @Type(() => ParagraphDto)
  @ApiProperty({ type: [ParagraphDto], maxItems: PROPOSAL_LIMITS.paragraphs })
  paragraphs: ParagraphDto[];
}

export class CreateAmendmentDto extends WriteAmendmentDto implements CreateAmendment {
  /** The amendment that this one changes. */
  @IsOptional()
  @IsUUID()
  @ApiProperty({ required: false })
  parentId?: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  @ApiProperty({
    required: false,
    description: 'The version, of the proposal or of the amendment that it changes, that it was written on.',
  })
  writtenOn?: number;
}

export class UpdateAmendmentDto extends WriteAmendmentDto implements UpdateAmendment {
  @IsInt()
  @Min(1)
  @ApiProperty({ description: 'The version that the change was made from.' })
  version: number;
}

export class MoveAmendmentDto extends MoveProposalDto implements MoveAmendment {}

export class RejectAmendmentDto extends ReasonedMoveDto implements MoveAmendment {}

export class AcceptAmendmentDto extends MoveProposalDto implements AcceptAmendment {
  /** The whole text as it should read instead; left out, the amendment is taken as it is. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(PROPOSAL_LIMITS.paragraphs)
  @ValidateNested({ each: true })
  @Type(() => ParagraphDto)
  @ApiProperty({ required: false, type: [ParagraphDto], maxItems: PROPOSAL_LIMITS.paragraphs })
  paragraphs?: ParagraphDto[];
}

class SeenAmendmentDto {
  @IsUUID()
  @ApiProperty()
  id: string;

  @IsInt()
  @Min(1)
  @ApiProperty()
  version: number;
}

export class DecideAmendmentsDto implements DecideAmendments {
  @IsIn(['accept', 'reject'])
  @ApiProperty({ enum: ['accept', 'reject'], example: 'reject' })
  move: 'accept' | 'reject';

  @Reason()
  reason: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(AMENDMENT_LIMITS.together)
  @ValidateNested({ each: true })
  @Type(() => SeenAmendmentDto)
  @ApiProperty({ type: [SeenAmendmentDto] })
  amendments: SeenAmendmentDto[];
}

export class PublishOrderDto implements PublishOrder {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  @ApiProperty({ type: [String] })
  amendmentIds: string[];
}

export class VoteOnAmendmentsDto {
  @IsUUID()
  @ApiProperty()
  sessionId: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => TermsDto)
  @ApiProperty({ type: TermsDto })
  terms: TermsDto;
}
