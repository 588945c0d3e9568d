import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { cleanText } from '../platform/http/clean-text.js';
import { PageQuery } from '../platform/http/page.dto.js';
import { CODE, KEY } from './ballot-message.js';
import type { BallotContent, CastBallot, EnterByHand, HandLine } from './ballots.contract.js';
import {
  type AnnulPoll,
  type CountDown,
  type CreatePoll,
  type MovePoll,
  type OpenPoll,
  POLL_LIMITS,
  POLL_STATES,
  type PollState,
  type ProlongPoll,
  type UpdatePoll,
} from './polls.contract.js';
import type { OfferProxy } from './proxies.contract.js';
import type { StartRehearsal } from './rehearsals.contract.js';
import { QuestionDto, SubjectDto, TermsDto } from './terms.dto.js';

export class CreatePollDto implements CreatePoll {
  @IsUUID()
  @ApiProperty()
  sessionId: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => SubjectDto)
  @ApiProperty({ type: SubjectDto, required: false, description: 'Left out for a free question.' })
  subject?: SubjectDto;

  @IsOptional()
  @ValidateNested()
  @Type(() => QuestionDto)
  @ApiProperty({ type: QuestionDto, required: false, description: 'Of a free question only.' })
  question?: QuestionDto;

  @IsDefined()
  @ValidateNested()
  @Type(() => TermsDto)
  @ApiProperty({ type: TermsDto })
  terms: TermsDto;
}

export class MovePollDto implements MovePoll {
  @IsInt()
  @Min(1)
  @ApiProperty()
  version: number;
}

export class UpdatePollDto extends MovePollDto implements UpdatePoll {
  @IsOptional()
  @ValidateNested()
  @Type(() => QuestionDto)
  @ApiProperty({ type: QuestionDto, required: false })
  question?: QuestionDto;

  @IsOptional()
  @ValidateNested()
  @Type(() => TermsDto)
  @ApiProperty({ type: TermsDto, required: false })
  terms?: TermsDto;
}

export class OpenPollDto extends MovePollDto implements OpenPoll {
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  @ApiProperty({ required: false, description: 'How many are in the hall, where the rule measures on it.' })
  present?: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(POLL_LIMITS.minutes)
  @ApiProperty({ required: false, description: 'Closes by itself after so many minutes.' })
  minutes?: number;
}

export class CountDownDto extends MovePollDto implements CountDown {
  @IsInt()
  @Min(1)
  @Max(POLL_LIMITS.countDownSeconds)
  @ApiProperty({ example: 30 })
  seconds: number;
}

export class ProlongPollDto extends MovePollDto implements ProlongPoll {
  @IsInt()
  @Min(1)
  @Max(POLL_LIMITS.minutes)
  @ApiProperty({ example: 5 })
  minutes: number;
}

export class AnnulPollDto extends MovePollDto implements AnnulPoll {
  @Transform(({ value }) => (typeof value === 'string' ? cleanText(value) : value))
  @IsString()
  @Length(3, 1_000)
  @ApiProperty({ example: 'The text on the screen was not the one in the hall’s hands.' })
  reason: string;
}

export class CastBallotDto implements CastBallot {
  @IsUUID()
  @ApiProperty()
  voterId: string;

  /** Checked against the terms of the round, which say what a ballot may hold. */
  @IsObject()
  @ApiProperty({ type: Object, example: { choice: 'yes' } })
  ballot: BallotContent;

  @Matches(CODE)
  @ApiProperty({ example: '7K0XQ2M9R4T8W1Z5B6C3D7F0GH', pattern: CODE.source })
  code: string;

  @IsOptional()
  @Matches(CODE)
  @ApiProperty({ required: false, example: '3M8T0ZC5H1WQ9B7X2KD6RFV4GN', pattern: CODE.source })
  over?: string;
}

export class ConfirmBallotDto {
  @IsUUID()
  @ApiProperty()
  voterId: string;

  @Matches(CODE)
  @ApiProperty({ example: '7K0XQ2M9R4T8W1Z5B6C3D7F0GH' })
  code: string;
}

class HandLineDto implements HandLine {
  /** Checked against the terms of the round; an invalid one is `{ "invalid": true }`. */
  @IsObject()
  @ApiProperty({ type: Object, example: { choice: 'yes' } })
  ballot: HandLine['ballot'];

  @IsInt()
  @Min(0)
  @Max(1_000_000)
  @ApiProperty({ example: 12 })
  votes: number;
}

export class EnterByHandDto extends MovePollDto implements EnterByHand {
  @IsArray()
  @ArrayMaxSize(POLL_LIMITS.options + 2)
  @ValidateNested({ each: true })
  @Type(() => HandLineDto)
  @ApiProperty({ type: [HandLineDto] })
  lines: HandLineDto[];
}

export class StartRehearsalDto implements StartRehearsal {
  @IsInt()
  @Min(1)
  @Max(POLL_LIMITS.rehearsalVoters)
  @ApiProperty({ example: 500 })
  voters: number;
}

export class OfferProxyDto implements OfferProxy {
  @IsUUID()
  @ApiProperty()
  holderId: string;
}

/** The same over a socket, where there are no headers and paths. */
export class BallotMessageDto extends CastBallotDto {
  @IsUUID()
  roundId: string;

  @Matches(KEY)
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
