import { type DynamicModule, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AppealModule } from './appeal/appeal.module.js';
import { DiscussionModule } from './discussion/discussion.module.js';
import { ForumModule } from './forum/forum.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { SampleModule } from './opendata/sample/sample.module.js';
import type { Config } from './platform/config/config.js';
import { ConfigModule } from './platform/config/config.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { EventsModule } from './platform/events/events.module.js';
import { FilesModule } from './platform/files/files.module.js';
import { HttpModule } from './platform/http/http.module.js';
import { IdempotencyInterceptor } from './platform/http/idempotency.interceptor.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { MailModule } from './platform/mail/mail.module.js';
import { ObservabilityModule } from './platform/observability/observability.module.js';
import { RealtimeModule } from './platform/realtime/realtime.module.js';
import { ProgramModule } from './program/program.module.js';
import { ProposalsModule } from './proposals/proposals.module.js';
import { VotingModule } from './voting/voting.module.js';

/** The rooms of the house, lower floors first. */
@Module({})
export class AppModule {
  static for(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        ObservabilityModule,
        DatabaseModule,
        EventsModule,
        JobsModule.on(config),
        HttpModule,
        FilesModule,
        MailModule,
        RealtimeModule,
        IdentityModule,
        ForumModule,
        ProgramModule,
        VotingModule,
        DiscussionModule,
        ProposalsModule,
        AppealModule,
        NotificationsModule,
        SampleModule,
      ],
      providers: [{ provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor }],
    };
  }
}
