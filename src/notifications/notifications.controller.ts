import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page } from '../kernel/pagination.js';
import { ForAccounts } from '../platform/http/openapi-security.js';
import { Asking, type Reader } from '../platform/http/reader.js';
import type { NotificationView, UnreadCount } from './notifications.contract.js';
import { NotificationsQuery, ReadNotificationsDto } from './notifications.dto.js';
import { Notifications } from './notifications.service.js';

/** What one is told in a forum; always one's own. */
@ApiTags('notifications')
@Controller('api/v1/forums/:slug/notifications')
export class NotificationsController {
  constructor(private readonly notifications: Notifications) {}

  /** The newest first. */
  @Get()
  @ForAccounts()
  list(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Query() query: NotificationsQuery,
  ): Promise<Page<NotificationView>> {
    return this.notifications.list(reader, slug, query);
  }

  @Get('unread')
  count(@Asking() reader: Reader, @Param('slug') slug: string): Promise<UnreadCount> {
    return this.notifications.count(reader, slug);
  }

  /** Marks all from one position to another as read; those that came meanwhile stay as they are. */
  @Post('read')
  @HttpCode(200)
  read(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Body() body: ReadNotificationsDto,
  ): Promise<UnreadCount> {
    return this.notifications.read(reader, slug, body);
  }
}
