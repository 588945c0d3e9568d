import { Module } from '@nestjs/common';
import { NotificationsController } from './notifications.controller.js';
import { Notifications } from './notifications.service.js';
import { Telling } from './telling.service.js';

@Module({ controllers: [NotificationsController], providers: [Notifications, Telling] })
export class NotificationsModule {}
