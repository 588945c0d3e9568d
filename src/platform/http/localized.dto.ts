import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsNotEmpty, IsString, MaxLength, ValidateNested } from 'class-validator';
import type { Localized } from '../../kernel/localized.js';
import { cleanLine } from './clean-text.js';

/** Longest text of a name or a title, in UTF-16 units. */
export const LINE_MAX = 200;

/** One line of text: trimmed, NFC, without control characters and bidi overrides. */
export function Line(max = LINE_MAX): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, maxLength: max }),
    Transform(({ value }) => (typeof value === 'string' ? cleanLine(value) : value)),
    IsString(),
    IsNotEmpty(),
    MaxLength(max),
  );
}

/** A line in all three languages. */
export class LocalizedDto implements Localized {
  @Line()
  ar: string;

  @Line()
  fr: string;

  @Line()
  en: string;
}

export function IsLocalized(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: LocalizedDto }),
    ValidateNested(),
    Type(() => LocalizedDto),
    // Without this, a missing object would pass as "nothing nested to check".
    IsNotEmpty(),
  );
}
