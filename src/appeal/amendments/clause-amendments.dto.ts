import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { LANGS, type Lang } from '../../kernel/localized.js';
import { cleanText } from '../../platform/http/clean-text.js';
import { Reason } from '../../proposals/amendments/amendments.dto.js';
import { MoveProposalDto } from '../../proposals/proposals.dto.js';
import { DOCUMENT_LIMITS } from '../document/document.contract.js';
import {
  type AcceptClauseAmendment,
  CLAUSE_AMENDMENT_LIMITS,
  type UpdateClauseAmendment,
  type WriteClauseAmendment,
  type WriteClauseChange,
} from './clause-amendments.contract.js';

const KINDS = ['replace', 'insert', 'delete'] as const;

/** Whether a change of this kind has such a field; in another it is not looked at, and not used. */
const of = (...kinds: readonly WriteClauseChange['kind'][]) =>
  ValidateIf(({ kind }: WriteClauseChange) => kinds.includes(kind));

export class ClauseChangeDto implements WriteClauseChange {
  @IsIn(KINDS)
  @ApiProperty({ enum: KINDS })
  kind: WriteClauseChange['kind'];

  @of('replace', 'delete')
  @IsUUID()
  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'The clause to replace or delete.' })
  clauseId?: string;

  /** To the letter: no cleaning. */
  @of('replace', 'delete')
  @IsString()
  @MaxLength(DOCUMENT_LIMITS.textAtOnce)
  @ApiPropertyOptional({ type: String, description: 'The words of that clause that were seen.' })
  was?: string;

  @ValidateIf(({ kind, after }: WriteClauseChange) => kind === 'insert' && after !== null)
  @IsUUID()
  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Of a new clause: the one behind which it comes to stand; null is the beginning.',
  })
  after?: string | null;

  /** Plain text of several lines. */
  @of('replace', 'insert')
  @Transform(({ value }) => (typeof value === 'string' ? cleanText(value) : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(CLAUSE_AMENDMENT_LIMITS.text)
  @ApiPropertyOptional({ type: String, maxLength: CLAUSE_AMENDMENT_LIMITS.text })
  text?: string;
}

function Changes(): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(CLAUSE_AMENDMENT_LIMITS.changes),
    ValidateNested({ each: true }),
    Type(() => ClauseChangeDto),
  );
}

export class WriteClauseAmendmentDto implements WriteClauseAmendment {
  @Reason()
  reason: string;

  @IsIn(LANGS)
  @ApiProperty({ enum: LANGS, description: 'The language of the clauses that it puts in.' })
  lang: Lang;

  @Changes()
  @ApiProperty({ type: [ClauseChangeDto], maxItems: CLAUSE_AMENDMENT_LIMITS.changes })
  changes: ClauseChangeDto[];
}

export class UpdateClauseAmendmentDto extends WriteClauseAmendmentDto implements UpdateClauseAmendment {
  @IsInt()
  @Min(1)
  @ApiProperty({ description: 'The version that the change was made from.' })
  version: number;
}

export class AcceptClauseAmendmentDto extends MoveProposalDto implements AcceptClauseAmendment {
  /** What is to be changed instead; left out, the amendment is taken as it is. */
  @IsOptional()
  @Changes()
  @ApiPropertyOptional({ type: [ClauseChangeDto], maxItems: CLAUSE_AMENDMENT_LIMITS.changes })
  changes?: ClauseChangeDto[];
}
