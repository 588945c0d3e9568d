import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PasskeyAnswerDto } from '../../identity/passkeys/passkeys.dto.js';
import { LANGS, type Lang } from '../../kernel/localized.js';
import { Line } from '../../platform/http/localized.dto.js';
import {
  ACTS,
  type Act,
  CONFIRMATIONS,
  type Confirmation,
  type ConfirmSignature,
  type PrepareSignature,
  type ReservationView,
  SIGNATURE_LIMITS,
} from './signatures.contract.js';

export class ReservationDto implements ReservationView {
  @IsUUID()
  @ApiProperty({ format: 'uuid' })
  clauseId: string;

  @IsIn(LANGS)
  @ApiProperty({ enum: LANGS })
  lang: Lang;

  /** Printed with the text, to the letter. */
  @Line(SIGNATURE_LIMITS.reservation)
  text: string;
}

class StatementDto {
  @IsIn(ACTS)
  @ApiProperty({ enum: ACTS })
  act: Act;

  @IsArray()
  @ArrayMaxSize(SIGNATURE_LIMITS.reservations)
  @ValidateNested({ each: true })
  @Type(() => ReservationDto)
  @ApiProperty({ type: [ReservationDto], maxItems: SIGNATURE_LIMITS.reservations })
  reservations: ReservationDto[];
}

export class PrepareSignatureDto extends StatementDto implements PrepareSignature {
  @IsIn(CONFIRMATIONS)
  @ApiProperty({ enum: CONFIRMATIONS })
  by: Confirmation;
}

export class ConfirmSignatureDto extends StatementDto implements ConfirmSignature {
  /** As it was answered when the statement was prepared. */
  @IsISO8601({ strict: true })
  @MaxLength(40)
  @ApiProperty({ format: 'date-time' })
  at: string;

  @IsBoolean()
  @ApiProperty()
  named: boolean;

  @IsOptional()
  @ValidateNested()
  @Type(() => PasskeyAnswerDto)
  @ApiPropertyOptional({ type: PasskeyAnswerDto })
  answer?: PasskeyAnswerDto;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  @ApiPropertyOptional({ maxLength: 40, example: '7K2M-93QT' })
  code?: string;
}
