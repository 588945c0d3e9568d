import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Event } from './event.entity.js';
import { EventDispatcher } from './event-dispatcher.js';
import { EventSequencer } from './event-sequencer.js';
import { Events } from './events.service.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Event])],
  providers: [Events, EventSequencer, EventDispatcher],
  exports: [Events, EventSequencer, EventDispatcher],
})
export class EventsModule {}
