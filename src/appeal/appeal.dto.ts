import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
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
import { LANGS, type Lang } from '../kernel/localized.js';
import { cleanText } from '../platform/http/clean-text.js';
import { IsLocalized, Line, LocalizedDto } from '../platform/http/localized.dto.js';
import { PageQuery } from '../platform/http/page.dto.js';
import {
  type AddSource,
  CLAUSE_KINDS,
  type ClauseKind,
  CONTRIBUTION_KINDS,
  type CompileAppeal,
  type ContributionKind,
  type CorrectAppeal,
  type DecideFates,
  type DecideSuggestion,
  FATES,
  type Fate,
  type RedraftAppeal,
  SOURCE_USES,
  type SourceUse,
  SUGGESTION_DECISIONS,
  type SuggestionDecision,
  type UpdateAppeal,
  type UpdateClause,
  type WriteClause,
} from './appeal.contract.js';
import { HasText } from './has-text.js';

const TEXT_MAX = 4_000;
const REASON_MAX = 500;
const FATES_MAX = 500;

/** Text of several lines; white space alone is none. */
function Words(max: number): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? cleanText(value) : value)),
    IsString(),
    MaxLength(max),
    ApiPropertyOptional({ type: String, maxLength: max }),
  );
}

class TextsDto {
  @IsOptional()
  @Words(TEXT_MAX)
  ar?: string;

  @IsOptional()
  @Words(TEXT_MAX)
  fr?: string;

  @IsOptional()
  @Words(TEXT_MAX)
  en?: string;
}

export class CompileAppealDto implements CompileAppeal {
  @IsIn(LANGS)
  @ApiProperty({ enum: LANGS, description: 'The language in which the appeal is drafted.' })
  lang: Lang;
}

export class UpdateAppealDto implements UpdateAppeal {
  @IsLocalized()
  title: LocalizedDto;

  @IsInt()
  @Min(1)
  @ApiProperty()
  version: number;
}

export class WriteClauseDto implements WriteClause {
  @IsIn(CLAUSE_KINDS)
  @ApiProperty({ enum: CLAUSE_KINDS })
  kind: ClauseKind;

  @IsOptional()
  @IsUUID()
  @ApiPropertyOptional({ type: String, nullable: true })
  topicId?: string | null;

  @HasText()
  @ValidateNested()
  @Type(() => TextsDto)
  @ApiProperty({ type: TextsDto })
  texts: TextsDto;

  @IsIn(LANGS)
  @ApiProperty({ enum: LANGS })
  lang: Lang;

  @IsOptional()
  @Words(REASON_MAX)
  @IsNotEmpty()
  editorial?: string | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @ApiPropertyOptional()
  position?: number;
}

/** Whether a field was sent at all: `null` is a value, nothing is none. */
const sent = (field: keyof UpdateClause) => ValidateIf((body: UpdateClause) => body[field] !== undefined);

export class UpdateClauseDto implements UpdateClause {
  @sent('kind')
  @IsIn(CLAUSE_KINDS)
  @ApiPropertyOptional({ enum: CLAUSE_KINDS })
  kind?: ClauseKind;

  @IsOptional()
  @IsUUID()
  @ApiPropertyOptional({ type: String, nullable: true })
  topicId?: string | null;

  @sent('texts')
  @HasText()
  @ValidateNested()
  @Type(() => TextsDto)
  @ApiPropertyOptional({ type: TextsDto })
  texts?: TextsDto;

  @sent('lang')
  @IsIn(LANGS)
  @ApiPropertyOptional({ enum: LANGS })
  lang?: Lang;

  @IsOptional()
  @Words(REASON_MAX)
  @IsNotEmpty()
  editorial?: string | null;

  @sent('position')
  @IsInt()
  @Min(0)
  @ApiPropertyOptional()
  position?: number;

  @IsInt()
  @Min(1)
  @ApiProperty()
  version: number;
}

export class CorrectAppealDto implements CorrectAppeal {
  /** Everybody reads it, beside both releases. */
  @Line(REASON_MAX)
  reason: string;

  @IsInt()
  @Min(1)
  @ApiProperty()
  version: number;
}

/** A moderator takes the text back to the editors, and tells why. */
export class RedraftAppealDto extends CorrectAppealDto implements RedraftAppeal {}

export class ContributionDto {
  @IsIn(CONTRIBUTION_KINDS)
  @ApiProperty({ enum: CONTRIBUTION_KINDS })
  kind: ContributionKind;

  @IsUUID()
  @ApiProperty()
  id: string;
}

function IsContribution(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: ContributionDto }),
    ValidateNested(),
    Type(() => ContributionDto),
    IsNotEmpty(),
  );
}

export class AddSourceDto implements AddSource {
  @IsContribution()
  contribution: ContributionDto;

  /** As it stands there, to the letter: no cleaning. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(TEXT_MAX)
  @ApiProperty()
  quote: string;

  @IsIn(SOURCE_USES)
  @ApiProperty({ enum: SOURCE_USES })
  use: SourceUse;
}

class FateDto {
  @IsContribution()
  contribution: ContributionDto;

  @IsIn(FATES)
  @ApiProperty({ enum: FATES })
  fate: Fate;

  @Line(REASON_MAX)
  reason: string;
}

export class DecideFatesDto implements DecideFates {
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(FATES_MAX)
  @ArrayUnique(({ contribution }: FateDto) => `${contribution?.kind} ${contribution?.id}`)
  @ValidateNested({ each: true })
  @Type(() => FateDto)
  @ApiPropertyOptional({ type: [FateDto] })
  items?: FateDto[];
}

export class DecideSuggestionDto implements DecideSuggestion {
  @IsIn(SUGGESTION_DECISIONS)
  @ApiProperty({ enum: SUGGESTION_DECISIONS })
  decision: SuggestionDecision;

  /** Null is a value here: the draft has no such clause. Nothing is none. */
  @ValidateIf(({ version }: DecideSuggestion) => version !== null)
  @IsInt()
  @Min(1)
  @ApiProperty({ type: Number, nullable: true })
  version: number | null;
}

export class FatesQuery extends PageQuery {
  @IsOptional()
  @IsIn(FATES)
  fate?: Fate;

  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  confirmed?: boolean;
}
