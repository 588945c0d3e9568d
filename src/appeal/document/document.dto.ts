import { ApiProperty } from '@nestjs/swagger';
import {
  IsBase64,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  registerDecorator,
} from 'class-validator';
import { LANGS, type Lang } from '../../kernel/localized.js';
import { Line } from '../../platform/http/localized.dto.js';
import {
  DOCUMENT_LIMITS,
  type OpenDocument,
  type TellPresence,
  type UpdateDocument,
  type WriteDocument,
} from './document.contract.js';
import { isPlaceInText } from './place-in-text.js';
import type { KeepTextVersion } from './versions.contract.js';

/** Binary data, as Socket.IO carries it. */
function IsBytes(max: number): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isBytes',
      target: target.constructor,
      propertyName: property as string,
      validator: { validate: (value: unknown) => ArrayBuffer.isView(value) && value.byteLength <= max },
    });
}

/** An encoded Yjs relative position. */
function IsPlace(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isPlace',
      target: target.constructor,
      propertyName: property as string,
      validator: { validate: isPlaceInText },
    });
}

const VECTOR_BYTES = 64 * 1024;

export class CloseDocumentDto {
  @IsUUID()
  appealId: string;
}

export class OpenDocumentDto extends CloseDocumentDto implements OpenDocument {
  @IsOptional()
  @IsBytes(VECTOR_BYTES)
  vector?: Uint8Array;

  @IsOptional()
  @IsUUID()
  epoch?: string;
}

export class UpdateDocumentDto extends CloseDocumentDto implements UpdateDocument {
  @IsUUID()
  epoch: string;

  @IsBytes(DOCUMENT_LIMITS.update)
  update: Uint8Array;
}

export class TellPresenceDto extends CloseDocumentDto implements TellPresence {
  @IsOptional()
  @IsUUID()
  clauseId: string | null;

  @IsOptional()
  @IsIn(LANGS)
  lang: Lang | null;

  @IsBoolean()
  writing: boolean;

  @IsOptional()
  @IsPlace()
  head?: Uint8Array | null;

  @IsOptional()
  @IsPlace()
  anchor?: Uint8Array | null;
}

/** A third more than the bytes that it holds. */
const BASE64_MAX = Math.ceil(DOCUMENT_LIMITS.update / 3) * 4;

export class WriteDocumentDto implements WriteDocument {
  @IsUUID()
  @ApiProperty()
  epoch: string;

  @IsString()
  @IsBase64()
  @MaxLength(BASE64_MAX)
  @ApiProperty({
    description: 'A Yjs update (encoding 1) in base64.',
    maxLength: BASE64_MAX,
    example: 'AAA=',
  })
  update: string;
}

export class KeepTextVersionDto implements KeepTextVersion {
  @Line(DOCUMENT_LIMITS.versionName)
  name: string;
}
