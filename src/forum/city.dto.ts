import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsDateString,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { IsLocalized, LocalizedDto } from '../platform/http/localized.dto.js';
import { type CreateCity, type CreateTwinning, TWINNING_KINDS, type TwinningKind } from './forum.contract.js';

const INT4_MAX = 2_147_483_647;

export class CreateCityDto implements CreateCity {
  @IsLocalized()
  name: LocalizedDto;

  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  @ApiProperty({ required: false, example: 'MA', description: 'ISO 3166-1 alpha-2' })
  country?: string;

  @IsNumber()
  @Min(-90)
  @Max(90)
  @ApiProperty({ example: 34.03313 })
  latitude: number;

  @IsNumber()
  @Min(-180)
  @Max(180)
  @ApiProperty({ example: -5.00028 })
  longitude: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(INT4_MAX)
  @ApiProperty({ required: false, example: 2548885 })
  geonamesId?: number;
}

export class CreateTwinningDto implements CreateTwinning {
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  @ApiProperty({ type: [String], minItems: 2, maxItems: 2 })
  cityIds: [string, string];

  @IsIn(TWINNING_KINDS)
  @ApiProperty({ enum: TWINNING_KINDS })
  kind: TwinningKind;

  @IsOptional()
  @Matches(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  @IsDateString({ strict: true })
  @ApiProperty({ required: false, example: '2013-06' })
  agreedOn?: string;
}
