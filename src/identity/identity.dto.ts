import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { LANGS, type Lang } from '../kernel/localized.js';
import { Line } from '../platform/http/localized.dto.js';
import {
  type ChangePassword,
  type ConfirmCode,
  type CreateApiToken,
  type LinkSignIn,
  type PasswordSignIn,
  type RequestCode,
  type RequestEmail,
  SCOPES,
  type Scope,
  type UpdateMe,
} from './identity.contract.js';
import { PASSWORD_MAX, PASSWORD_MIN } from './passwords.js';

const EMAIL_MAX = 254;

/** Addresses are compared in lower case. */
export const AsEmail = (): PropertyDecorator =>
  Transform(({ value }) => (typeof value === 'string' ? value.trim().toLowerCase() : value));

export class RequestEmailDto implements RequestEmail {
  @AsEmail()
  @IsEmail()
  @MaxLength(EMAIL_MAX)
  @ApiProperty({ example: 'amina.alaoui@fes.example' })
  email: string;
}

export class RequestCodeDto extends RequestEmailDto implements RequestCode {
  @IsIn(LANGS)
  @ApiProperty({ enum: LANGS })
  locale: Lang;
}

export class ConfirmCodeDto extends RequestEmailDto implements ConfirmCode {
  @IsString()
  @MinLength(8)
  @MaxLength(24)
  @ApiProperty({ example: 'K7QM-2F9X' })
  code: string;
}

export class PasswordSignInDto extends RequestEmailDto implements PasswordSignIn {
  @IsString()
  @MaxLength(PASSWORD_MAX)
  @ApiProperty({ example: 'a long sentence of your own' })
  password: string;
}

export class LinkSignInDto implements LinkSignIn {
  @IsString()
  @Matches(/^[\w-]{43}$/)
  @ApiProperty({ example: 'S4mpl3'.padEnd(43, '0') })
  token: string;
}

export class UpdateMeDto implements UpdateMe {
  @IsOptional()
  @Line(120)
  name?: string;

  @IsOptional()
  @IsIn(LANGS)
  @ApiProperty({ enum: LANGS, required: false })
  locale?: Lang;
}

export class ChangePasswordDto implements ChangePassword {
  @IsOptional()
  @IsString()
  @MaxLength(PASSWORD_MAX)
  @ApiProperty({ required: false })
  current?: string;

  @IsString()
  @MinLength(PASSWORD_MIN)
  @MaxLength(PASSWORD_MAX)
  @ApiProperty({ minLength: PASSWORD_MIN })
  password: string;
}

export class CreateApiTokenDto implements CreateApiToken {
  @Line(80)
  name: string;

  @ArrayNotEmpty()
  @ArrayMaxSize(SCOPES.length)
  @IsIn(SCOPES, { each: true })
  @ApiProperty({ enum: SCOPES, isArray: true, example: ['read'] })
  scopes: Scope[];

  @IsInt()
  @Min(1)
  @Max(365)
  @ApiProperty({ example: 90 })
  days: number;
}
