import { applyDecorators } from '@nestjs/common';
import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { LANGS } from '../kernel/localized.js';
import { cleanLine, cleanText, cleanWithin } from '../platform/http/clean-text.js';
import { WritingLang } from '../platform/http/contribution.dto.js';
import { Line } from '../platform/http/localized.dto.js';
import { asBoolean, SearchQuery } from '../platform/http/page.dto.js';
import { PARAGRAPH_KINDS, type ParagraphKind, type WrittenParagraph } from '../text/rich-text.contract.js';
import {
  type CreateProposal,
  type InviteCoAuthor,
  type LinkProposals,
  type MergeProposal,
  type MoveProposal,
  PROPOSAL_LIMITS,
  PROPOSAL_SORTS,
  PROPOSAL_STATES,
  type ProposalFilter,
  type ProposalSort,
  type ProposalState,
  type SaveFilter,
  type ScheduleProposal,
  type UpdateProposal,
  type WriteTranslation,
  type WrittenText,
} from './proposals.contract.js';

const PARAGRAPH_ID = /^[0-9A-HJKMNP-TV-Z]{8}$/;

class VersionedDto {
  @IsInt()
  @Min(1)
  @ApiProperty({ description: 'The version that the change was made from.' })
  version: number;
}

export class ParagraphDto implements WrittenParagraph {
  /** @pattern ^[0-9A-HJKMNP-TV-Z]{8}$ */
  @IsOptional()
  @Matches(PARAGRAPH_ID)
  @ApiProperty({ required: false, pattern: PARAGRAPH_ID.source, example: '4F0K7MZQ' })
  id?: string;

  @IsIn(PARAGRAPH_KINDS)
  @ApiProperty({ required: false, enum: PARAGRAPH_KINDS, default: 'text' })
  kind: ParagraphKind = 'text';

  /** Words, with `strong`, `em`, `a` and `br` among them; anything else goes, its words stay. */
  @Transform(({ value }) => (isShort(value) ? cleanWithin(value) : value))
  @IsString()
  @MaxLength(PROPOSAL_LIMITS.paragraph)
  @ApiProperty({ maxLength: PROPOSAL_LIMITS.paragraph, example: 'Every quarter keeps a public fountain.' })
  html: string;
}

/** What is longer than the limit is refused before it is parsed. */
const isShort = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= PROPOSAL_LIMITS.paragraph;

class WrittenTextDto implements WrittenText {
  @Line(PROPOSAL_LIMITS.title)
  title: string;

  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? cleanLine(value) : value))
  @IsString()
  @MaxLength(PROPOSAL_LIMITS.summary)
  @ApiProperty({ required: false, maxLength: PROPOSAL_LIMITS.summary })
  summary?: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PROPOSAL_LIMITS.paragraphs)
  @ValidateNested({ each: true })
  @Type(() => ParagraphDto)
  @ApiProperty({ type: [ParagraphDto], maxItems: PROPOSAL_LIMITS.paragraphs })
  paragraphs: ParagraphDto[];
}

/** Cities by id. */
function Cities(): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    IsArray(),
    ArrayMaxSize(PROPOSAL_LIMITS.concernedCities),
    IsUUID(undefined, { each: true }),
    ApiProperty({ required: false, type: [String] }),
  );
}

export class CreateProposalDto extends WrittenTextDto implements CreateProposal {
  @WritingLang()
  lang: string;

  @IsOptional()
  @IsUUID()
  @ApiProperty({ required: false, format: 'uuid' })
  topicId?: string;

  @Cities()
  cityIds?: string[];
}

export class UpdateProposalDto extends WrittenTextDto implements UpdateProposal {
  @IsInt()
  @Min(1)
  @ApiProperty({ description: 'The version that the change was made from.' })
  version: number;

  @IsOptional()
  @IsUUID()
  @ApiProperty({ required: false, nullable: true, format: 'uuid' })
  topicId?: string | null;

  @Cities()
  cityIds?: string[];
}

class CheckedDto implements NonNullable<WriteTranslation['checked']> {
  @IsOptional()
  @IsBoolean()
  @ApiProperty({ required: false })
  head?: boolean;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(PROPOSAL_LIMITS.paragraphs)
  @Matches(PARAGRAPH_ID, { each: true })
  @ApiProperty({ required: false, type: [String] })
  paragraphs?: string[];
}

export class WriteTranslationDto extends WrittenTextDto implements WriteTranslation {
  @IsInt()
  @Min(1)
  @ApiProperty({ description: 'The version that the change was made from.' })
  version: number;

  @IsOptional()
  @ValidateNested()
  @Type(() => CheckedDto)
  @ApiProperty({ required: false, type: CheckedDto })
  checked?: CheckedDto;
}

function Reason(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? cleanText(value) : value)),
    IsString(),
    Length(3, 1_000),
  );
}

const REASON = { example: 'Please say which quarter this concerns.', minLength: 3, maxLength: 1_000 };

export class MoveProposalDto extends VersionedDto implements MoveProposal {
  @IsOptional()
  @Reason()
  @ApiProperty({ required: false, ...REASON })
  reason?: string;
}

export class ReasonedMoveDto extends VersionedDto implements MoveProposal {
  @Reason()
  @ApiProperty(REASON)
  reason: string;
}

export class ScheduleProposalDto extends MoveProposalDto implements ScheduleProposal {
  @IsUUID()
  @ApiProperty({ format: 'uuid' })
  sessionId: string;
}

export class MergeProposalDto extends ReasonedMoveDto implements MergeProposal {
  @IsUUID()
  @ApiProperty({ format: 'uuid', description: 'The proposal that stays.' })
  intoId: string;
}

export class InviteCoAuthorDto extends VersionedDto implements InviteCoAuthor {
  @IsUUID()
  @ApiProperty({ format: 'uuid' })
  participantId: string;
}

export class LinkProposalsDto implements LinkProposals {
  @IsUUID()
  @ApiProperty({ format: 'uuid' })
  otherId: string;
}

export class ProposalsQuery extends SearchQuery implements ProposalFilter {
  @IsOptional()
  @IsUUID()
  topic?: string;

  @IsOptional()
  @IsIn(PROPOSAL_STATES)
  state?: ProposalState;

  /** City of the author, or one that the proposal is about. */
  @IsOptional()
  @IsUUID()
  city?: string;

  /** Participant who signed it. */
  @IsOptional()
  @IsUUID()
  author?: string;

  /** The language in which it was written. */
  @IsOptional()
  @IsIn(LANGS)
  written?: string;

  @IsOptional()
  @asBoolean
  @IsBoolean()
  mine?: boolean;

  @IsOptional()
  @asBoolean
  @IsBoolean()
  followed?: boolean;

  /** The greatest first; the newest if left out. */
  @IsOptional()
  @IsIn(PROPOSAL_SORTS)
  sort?: ProposalSort;

  /** In which language titles are wished. */
  @IsOptional()
  @IsIn(LANGS)
  lang?: string;
}

export class LanguageQuery {
  /** In which language titles are wished. */
  @IsOptional()
  @IsIn(LANGS)
  lang?: string;
}

export class SimilarQuery {
  @Transform(({ value }) => (typeof value === 'string' ? cleanLine(value) : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(PROPOSAL_LIMITS.title)
  title: string;

  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? cleanLine(value) : value))
  @IsString()
  @MaxLength(PROPOSAL_LIMITS.summary)
  summary?: string;

  /** The language of these words. */
  @IsIn(LANGS)
  lang: string;
}

class ProposalFilterDto extends OmitType(ProposalsQuery, ['cursor', 'limit', 'lang'] as const) {}

export class SaveFilterDto implements SaveFilter {
  @Line(60)
  name: string;

  @ValidateNested()
  @Type(() => ProposalFilterDto)
  @IsNotEmpty()
  @ApiProperty({ type: ProposalFilterDto })
  query: ProposalFilterDto;
}
