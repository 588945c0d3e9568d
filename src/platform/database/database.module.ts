import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock, SystemClock } from '../../kernel/clock.js';
import { Config } from '../config/config.js';
import { dataSourceOptions } from './data-source.js';
import { Signals } from './signals.js';

/** The one database and the one clock. Entities register themselves through their rooms' modules. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        ...dataSourceOptions(config.databaseUrl ?? ''),
        autoLoadEntities: true,
        retryAttempts: 3,
        retryDelay: 500,
      }),
    }),
  ],
  providers: [{ provide: Clock, useClass: SystemClock }, Signals],
  exports: [Clock, Signals],
})
export class DatabaseModule {}
