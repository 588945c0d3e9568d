import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  Equals,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  registerDecorator,
  ValidateNested,
} from 'class-validator';
import { cleanText } from '../platform/http/clean-text.js';
import { PageQuery } from '../platform/http/page.dto.js';
import {
  BASES,
  type Base,
  type CastBallot,
  CHOICES,
  type Choice,
  type CreatePoll,
  type Majority,
  type MovePoll,
  POLL_STATES,
  type PollState,
  type Rule,
} from './voting.contract.js';

const isShare = (value: unknown): boolean => {
  const { num, den } = (value ?? {}) as { num?: unknown; den?: unknown };
  const whole = (n: unknown): n is number =>
    Number.isInteger(n) && (n as number) >= 1 && (n as number) <= 1_000;
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

class ShareDto {
  @IsInt()
  @Min(1)
  @Max(1_000)
  @ApiProperty({ example: 1 })
  num: number;

  @IsInt()
  @Min(1)
  @Max(1_000)
  @ApiProperty({ example: 2 })
  den: number;
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
  @Type(() => ShareDto)
  @ApiProperty({ type: ShareDto, required: false })
  quorum?: ShareDto;
}

class SubjectDto {
  @Equals('proposal')
  @ApiProperty({ example: 'proposal' })
  kind: 'proposal';

  @IsUUID()
  @ApiProperty()
  id: string;
}

export class CreatePollDto implements CreatePoll {
  @IsUUID()
  @ApiProperty()
  sessionId: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => SubjectDto)
  @ApiProperty({ type: SubjectDto })
  subject: SubjectDto;

  @IsDefined()
  @ValidateNested()
  @Type(() => RuleDto)
  @ApiProperty({ type: RuleDto })
  rule: RuleDto;
}

export class MovePollDto implements MovePoll {
  @IsInt()
  @Min(1)
  @ApiProperty()
  version: number;
}

export class AnnulPollDto extends MovePollDto {
  @Transform(({ value }) => (typeof value === 'string' ? cleanText(value) : value))
  @IsString()
  @Length(3, 1_000)
  @ApiProperty({ example: 'The text on the screen was not the one in the hall’s hands.' })
  reason: string;
}

export class CastBallotDto implements CastBallot {
  @IsIn(CHOICES)
  @ApiProperty({ enum: CHOICES })
  choice: Choice;
}

/** The same over a socket, where there are no headers and paths. */
export class BallotMessageDto extends CastBallotDto {
  @IsUUID()
  pollId: string;

  @Matches(/^[\x21-\x7e]{8,128}$/)
  key: string;
}

export class PollsQuery extends PageQuery {
  @IsOptional()
  @IsIn(POLL_STATES)
  state?: PollState;

  @IsOptional()
  @IsUUID()
  @MaxLength(36)
  subject?: string;
}
