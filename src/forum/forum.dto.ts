import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsDateString,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsLocalized, LocalizedDto } from '../platform/http/localized.dto.js';
import type { Admission, CreateForum, UpdateForum, WriteTopic } from './forum.contract.js';

/** A calendar day. */
const IsDay = (): PropertyDecorator => Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

export class CreateForumDto implements CreateForum {
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  @Length(3, 60)
  @ApiProperty({ example: 'fez-2014' })
  slug: string;

  @IsLocalized()
  title: LocalizedDto;

  @IsLocalized()
  theme: LocalizedDto;

  @IsLocalized()
  place: LocalizedDto;

  @IsDay()
  @IsDateString({ strict: true })
  @ApiProperty({ example: '2014-06-12' })
  startsOn: string;

  @IsDay()
  @IsDateString({ strict: true })
  @ApiProperty({ example: '2014-06-14' })
  endsOn: string;

  @IsOptional()
  @IsUUID()
  @ApiProperty({ required: false })
  hostCityId?: string;
}

export class AdmissionDto implements Admission {
  @IsInt()
  @Min(1)
  @Max(1_000)
  @ApiProperty({ example: 5 })
  delegations: number;

  /** Of the five that the United Nations' standard M49 knows. */
  @IsInt()
  @Min(1)
  @Max(5)
  @ApiProperty({ example: 2 })
  regions: number;
}

/** What is left out stays as it is; `null` is no text and no date. */
export class UpdateForumDto
  extends PartialType(OmitType(CreateForumDto, ['slug']), { skipNullProperties: false })
  implements UpdateForum
{
  @IsInt()
  @Min(1)
  @ApiProperty()
  version: number;

  @IsOptional()
  @ValidateNested()
  @Type(() => AdmissionDto)
  @ApiProperty({ required: false, nullable: true, type: AdmissionDto })
  admission?: AdmissionDto | null;
}

export class WriteTopicDto implements WriteTopic {
  @IsLocalized()
  name: LocalizedDto;
}

export class OrderTopicsDto {
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  @ApiProperty({ type: [String], description: 'All topics of the forum, in the wished order.' })
  ids: string[];
}
