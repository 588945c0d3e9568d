import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Line } from '../../platform/http/localized.dto.js';
import type { AddPasskey, PasskeyAnswer, PasskeyMade, PasskeySignIn } from './passkeys.contract.js';

/** Bytes in base64url, of at most so many characters. */
const Bytes = (max: number): PropertyDecorator =>
  applyDecorators(
    IsString(),
    MaxLength(max),
    Matches(/^[\w-]+$/),
    ApiProperty({ maxLength: max, example: 'AAEC' }),
  );

/** A credential's id has 1,023 bytes at most (Web Authentication, 4). */
const ID_MAX = 1_364;
const DATA_MAX = 8_192;

export class PasskeyMadeDto implements PasskeyMade {
  @Bytes(ID_MAX)
  credential: string;

  @Bytes(DATA_MAX)
  clientDataJSON: string;

  @Bytes(DATA_MAX)
  attestationObject: string;
}

export class PasskeyAnswerDto implements PasskeyAnswer {
  @Bytes(ID_MAX)
  credential: string;

  @Bytes(DATA_MAX)
  clientDataJSON: string;

  @Bytes(DATA_MAX)
  authenticatorData: string;

  @Bytes(DATA_MAX)
  signature: string;
}

export class AddPasskeyDto implements AddPasskey {
  @Line(80)
  name: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => PasskeyMadeDto)
  @ApiProperty({ type: PasskeyMadeDto })
  made: PasskeyMadeDto;
}

export class PasskeySignInDto implements PasskeySignIn {
  @IsDefined()
  @ValidateNested()
  @Type(() => PasskeyAnswerDto)
  @ApiProperty({ type: PasskeyAnswerDto })
  answer: PasskeyAnswerDto;
}
