import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsString, MaxLength, Min } from 'class-validator';
import { cleanLine } from '../platform/http/clean-text.js';
import { IsLocalized, LINE_MAX, LocalizedDto } from '../platform/http/localized.dto.js';
import {
  SESSION_KINDS,
  type SessionKind,
  type UpdateSession,
  type WriteSession,
} from './program.contract.js';

export class WriteSessionDto implements WriteSession {
  @IsIn(SESSION_KINDS)
  @ApiProperty({ enum: SESSION_KINDS })
  kind: SessionKind;

  @IsLocalized()
  title: LocalizedDto;

  @Transform(({ value }) => (typeof value === 'string' ? cleanLine(value) : value))
  @IsString()
  @MaxLength(LINE_MAX)
  @ApiProperty({ example: 'Dar Batha' })
  place: string;

  @IsISO8601({ strict: true })
  @ApiProperty({ example: '2014-06-12T09:00:00Z' })
  startsAt: string;

  @IsISO8601({ strict: true })
  @ApiProperty({ example: '2014-06-12T12:30:00Z' })
  endsAt: string;
}

export class VersionDto {
  @IsInt()
  @Min(1)
  @ApiProperty({ description: 'The version that the change was made from.' })
  version: number;
}

export class UpdateSessionDto extends WriteSessionDto implements UpdateSession {
  @IsInt()
  @Min(1)
  @ApiProperty()
  version: number;
}
