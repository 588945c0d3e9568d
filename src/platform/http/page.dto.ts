import { Transform, Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { PAGE_LIMIT } from '../../kernel/pagination.js';
import { cleanLine } from './clean-text.js';

/** Of a query, where all values are text. */
export const asBoolean = Transform(({ value }) => value === true || value === 'true' || value === '1');

/** How every list is asked for. */
export class PageQuery {
  /** `next` of the page before, as it came; left out for the first page. */
  @IsOptional()
  @IsString()
  @MaxLength(400)
  cursor?: string;

  /** How many at most on this page; 30 if left out. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_LIMIT.max)
  limit: number = PAGE_LIMIT.default;
}

/** A list with a search field. */
export class SearchQuery extends PageQuery {
  /** Words to search for. */
  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? cleanLine(value) : value))
  @IsString()
  @MaxLength(200)
  q?: string;
}
