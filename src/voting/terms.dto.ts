import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  registerDecorator,
  ValidateNested,
} from 'class-validator';
import type { Localized } from '../kernel/localized.js';
import { Line } from '../platform/http/localized.dto.js';
import {
  BASES,
  type Base,
  type Majority,
  METHODS,
  type Method,
  UNRANKED,
  type Unranked,
} from './counting/counting.contract.js';
import {
  ELECTORATES,
  type Electorate,
  GROUPINGS,
  type Grouping,
  POLL_LIMITS,
  type PollOption,
  type PollTerms,
  PUBLICATIONS,
  type Publication,
  type Rule,
  SECRECIES,
  type Secrecy,
  SUBJECT_KINDS,
  type SubjectKind,
  TIE_BREAKS,
  type TieBreak,
} from './polls.contract.js';

const MOST_OF_SHARE = 1_000;

const isShare = (value: unknown): boolean => {
  const { num, den } = (value ?? {}) as { num?: unknown; den?: unknown };
  const whole = (n: unknown): n is number =>
    Number.isInteger(n) && (n as number) >= 1 && (n as number) <= MOST_OF_SHARE;
  return whole(num) && whole(den) && num <= den && Object.keys(value as object).length === 2;
};

function IsMajority(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isMajority',
      target: target.constructor,
      propertyName: property as string,
      validator: {
        validate: (value) => ['simple', 'absolute', 'two-thirds'].includes(value) || isShare(value),
      },
    });
}

/** A member that may be left out and is one of a table's words. */
function OneOf(words: readonly string[]): PropertyDecorator {
  return applyDecorators(IsOptional(), IsIn(words), ApiProperty({ enum: words, required: false }));
}

function Flag(): PropertyDecorator {
  return applyDecorators(IsOptional(), IsBoolean(), ApiProperty({ required: false }));
}

function WholeUpTo(max: number): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    IsInt(),
    Min(1),
    Max(max),
    ApiProperty({ required: false, minimum: 1, maximum: max }),
  );
}

class QuorumDto {
  @IsInt()
  @Min(1)
  @Max(MOST_OF_SHARE)
  @ApiProperty({ example: 1 })
  num: number;

  @IsInt()
  @Min(1)
  @Max(MOST_OF_SHARE)
  @ApiProperty({ example: 2 })
  den: number;

  @IsIn(['entitled', 'present'])
  @ApiProperty({ enum: ['entitled', 'present'] })
  of: 'entitled' | 'present';
}

class GroupsDto {
  @IsIn(GROUPINGS)
  @ApiProperty({ enum: GROUPINGS })
  by: Grouping;

  @IsMajority()
  @ApiProperty({ example: 'simple' })
  majority: Majority;
}

class RuleDto implements Rule {
  @IsMajority()
  @ApiProperty({ example: 'simple', description: 'simple, absolute, two-thirds, or { num, den }' })
  majority: Majority;

  @IsIn(BASES)
  @ApiProperty({ enum: BASES })
  base: Base;

  @IsOptional()
  @ValidateNested()
  @Type(() => QuorumDto)
  @ApiProperty({ type: QuorumDto, required: false })
  quorum?: QuorumDto;

  @IsOptional()
  @ValidateNested()
  @Type(() => GroupsDto)
  @ApiProperty({ type: GroupsDto, required: false, description: 'Double majority: of heads and of these.' })
  groups?: GroupsDto;
}

class OptionTextDto implements Localized {
  @Line(POLL_LIMITS.optionText)
  ar: string;

  @Line(POLL_LIMITS.optionText)
  fr: string;

  @Line(POLL_LIMITS.optionText)
  en: string;
}

class OptionDto implements PollOption {
  @Matches(/^[1-9][0-9]{0,2}$/)
  @ApiProperty({ example: '1' })
  id: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => OptionTextDto)
  @ApiProperty({ type: OptionTextDto })
  text: OptionTextDto;
}

export class TermsDto implements Partial<PollTerms> {
  @OneOf(METHODS)
  method?: Method;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(POLL_LIMITS.options)
  @ValidateNested({ each: true })
  @Type(() => OptionDto)
  @ApiProperty({ type: [OptionDto], required: false })
  options?: OptionDto[];

  @WholeUpTo(POLL_LIMITS.options)
  seats?: number;

  @WholeUpTo(POLL_LIMITS.options)
  choicesMax?: number;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @IsInt({ each: true })
  @Min(-POLL_LIMITS.score, { each: true })
  @Max(POLL_LIMITS.score, { each: true })
  @ApiProperty({ type: [Number], required: false, nullable: true, example: [0, 5] })
  scoreRange?: [number, number] | null;

  @OneOf(UNRANKED)
  unranked?: Unranked;

  @IsDefined()
  @ValidateNested()
  @Type(() => RuleDto)
  @ApiProperty({ type: RuleDto })
  rule: RuleDto;

  @OneOf(TIE_BREAKS)
  tieBreak?: TieBreak;

  @OneOf(ELECTORATES)
  electorate?: Electorate;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(POLL_LIMITS.circle)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  @ApiProperty({ type: [String], required: false })
  circle?: string[];

  @Flag()
  confirmed?: boolean;

  @Flag()
  proxies?: boolean;

  @OneOf(SECRECIES)
  secrecy?: Secrecy;

  @Flag()
  live?: boolean;

  @Flag()
  changeable?: boolean;

  @OneOf(PUBLICATIONS)
  publication?: Publication;
}

/** A free question in all three languages. */
export class QuestionDto implements Localized {
  @Line(POLL_LIMITS.question)
  ar: string;

  @Line(POLL_LIMITS.question)
  fr: string;

  @Line(POLL_LIMITS.question)
  en: string;
}

export class SubjectDto {
  @IsIn(SUBJECT_KINDS)
  @ApiProperty({ enum: SUBJECT_KINDS, example: 'proposal' })
  kind: SubjectKind;

  @IsUUID()
  @ApiProperty()
  id: string;
}
