import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Min } from 'class-validator';
import { LANGS } from '../kernel/localized.js';
import { cleanText } from '../platform/http/clean-text.js';
import { RichText, WritingLang } from '../platform/http/contribution.dto.js';
import { Line } from '../platform/http/localized.dto.js';
import { SearchQuery } from '../platform/http/page.dto.js';
import {
  type CreateProposal,
  type MoveProposal,
  PROPOSAL_STATES,
  type ProposalState,
  type UpdateProposal,
  type WriteTranslation,
} from './proposals.contract.js';

class VersionedDto {
  @IsInt()
  @Min(1)
  @ApiProperty({ description: 'The version that the change was made from.' })
  version: number;
}

export class CreateProposalDto implements CreateProposal {
  @WritingLang()
  lang: string;

  @Line()
  title: string;

  @RichText()
  body: string;

  @IsOptional()
  @IsUUID()
  @ApiProperty({ required: false, format: 'uuid' })
  topicId?: string;
}

export class WriteTranslationDto extends VersionedDto implements WriteTranslation {
  @Line()
  title: string;

  @RichText()
  body: string;
}

export class UpdateProposalDto extends WriteTranslationDto implements UpdateProposal {
  @IsOptional()
  @IsUUID()
  @ApiProperty({ required: false, nullable: true, format: 'uuid' })
  topicId?: string | null;
}

export class MoveProposalDto extends VersionedDto implements MoveProposal {}

export class ReturnProposalDto extends VersionedDto implements MoveProposal {
  @Transform(({ value }) => (typeof value === 'string' ? cleanText(value) : value))
  @IsString()
  @Length(3, 1_000)
  @ApiProperty({ example: 'Please say which quarter this concerns.' })
  reason: string;
}

export class ProposalsQuery extends SearchQuery {
  @IsOptional()
  @IsUUID()
  topic?: string;

  @IsOptional()
  @IsIn(PROPOSAL_STATES)
  state?: ProposalState;

  @IsOptional()
  @Transform(({ value }) => value === true || value === 'true' || value === '1')
  @IsBoolean()
  mine?: boolean;

  /** In which language titles are wished. */
  @IsOptional()
  @IsIn(LANGS)
  lang?: string;
}
