import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { AsEmail } from '../identity/identity.dto.js';
import { LANGS, type Lang } from '../kernel/localized.js';
import { Line } from '../platform/http/localized.dto.js';
import {
  type CreateInvitations,
  type JoinForum,
  PARTICIPANT_ROLES,
  type ParticipantRole,
} from './forum.contract.js';

const NAME_MAX = 120;

/** A hall's worth of badges at once. */
const AT_ONCE = 500;

class InvitationDto {
  @IsIn(PARTICIPANT_ROLES)
  @ApiProperty({ enum: PARTICIPANT_ROLES })
  role: ParticipantRole;

  @IsOptional()
  @IsUUID()
  @ApiProperty({ required: false, description: 'Needed for delegates' })
  delegationId?: string;

  @IsOptional()
  @IsBoolean()
  @ApiProperty({ required: false })
  head?: boolean;

  @IsOptional()
  @Line(NAME_MAX)
  name?: string;

  @IsOptional()
  @AsEmail()
  @IsEmail()
  @MaxLength(254)
  @ApiProperty({ required: false, description: 'The invitation is also mailed there' })
  email?: string;

  @IsOptional()
  @IsIn(LANGS)
  @ApiProperty({ enum: LANGS, required: false, description: 'Language of the mail' })
  locale?: Lang;
}

export class CreateInvitationsDto implements CreateInvitations {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(AT_ONCE)
  @ValidateNested({ each: true })
  @Type(() => InvitationDto)
  @ApiProperty({ type: [InvitationDto] })
  invitations: InvitationDto[];
}

export class CodeDto {
  @IsString()
  @MinLength(10)
  @MaxLength(24)
  @ApiProperty({ example: 'K7QM2-F9XR4' })
  code: string;
}

export class JoinForumDto extends CodeDto implements JoinForum {
  @Line(NAME_MAX)
  name: string;

  @IsIn(LANGS)
  @ApiProperty({ enum: LANGS })
  locale: Lang;
}
