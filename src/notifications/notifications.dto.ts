import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { LANGS } from '../kernel/localized.js';
import { asBoolean, PageQuery } from '../platform/http/page.dto.js';
import type { ReadNotifications } from './notifications.contract.js';

export class NotificationsQuery extends PageQuery {
  /** Only those that are unread. */
  @IsOptional()
  @asBoolean
  @IsBoolean()
  unread: boolean = false;

  /** In which language titles are wished. */
  @IsOptional()
  @IsIn(LANGS)
  lang?: string;
}

export class ReadNotificationsDto implements ReadNotifications {
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  from: number;

  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  to: number;
}
