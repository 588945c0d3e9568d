import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { LANGS } from '../../kernel/localized.js';
import { cleanHtml } from './clean-text.js';

/** Longest contribution, in UTF-16 units of its HTML. */
export const BODY_MAX = 50_000;

/** Rich text of the allowed subset. What is longer than the limit is refused before it is parsed. */
export function RichText({ max = BODY_MAX, clean = cleanHtml } = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ maxLength: max, example: '<p>Every quarter keeps a public fountain.</p>' }),
    Transform(({ value }) => (typeof value === 'string' && value.length <= max ? clean(value) : value)),
    IsString(),
    IsNotEmpty(),
    MaxLength(max),
  );
}

/** The language that somebody writes in. */
export function WritingLang(): PropertyDecorator {
  return applyDecorators(ApiProperty({ enum: LANGS }), IsIn(LANGS));
}
