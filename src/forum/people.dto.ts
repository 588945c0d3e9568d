import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import {
  type CreateDelegation,
  PARTICIPANT_ROLES,
  type ParticipantRole,
  type UpdateDelegation,
  type UpdateParticipant,
} from './forum.contract.js';

/** An exact number above zero, as the database keeps it. */
const WEIGHT = /^[1-9]\d{0,8}(\/[1-9]\d{0,8})?$/;

export class CreateDelegationDto implements CreateDelegation {
  @IsUUID()
  @ApiProperty()
  cityId: string;

  @IsOptional()
  @Matches(WEIGHT)
  @ApiProperty({ required: false, example: '3/2', description: 'A whole number or an exact fraction' })
  weight?: string;
}

export class UpdateDelegationDto implements UpdateDelegation {
  @Matches(WEIGHT)
  @ApiProperty({ example: '2' })
  weight: string;
}

export class UpdateParticipantDto implements UpdateParticipant {
  @IsOptional()
  @IsIn(PARTICIPANT_ROLES)
  @ApiProperty({ enum: PARTICIPANT_ROLES, required: false })
  role?: ParticipantRole;

  @IsOptional()
  @IsUUID()
  @ApiProperty({ required: false })
  delegationId?: string;

  @IsOptional()
  @IsBoolean()
  @ApiProperty({ required: false })
  head?: boolean;

  @IsOptional()
  @IsBoolean()
  @ApiProperty({ required: false, description: 'Votes for the city where cities vote, as the head does.' })
  deputy?: boolean;

  @IsOptional()
  @IsBoolean()
  @ApiProperty({ required: false })
  suspended?: boolean;
}
