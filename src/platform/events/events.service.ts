import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Event, type EventPayload } from './event.entity.js';

export interface NewEvent {
  readonly forumId: string | null;
  /** Past tense, `subject.happened`: one of the room's event table. */
  readonly type: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly actorId: string | null;
  readonly payload?: EventPayload;
}

@Injectable()
export class Events {
  constructor(private readonly clock: Clock) {}

  /** Writes the fact in the transaction of the change, so that there is never the one without the other. */
  async append(em: EntityManager, event: NewEvent): Promise<void> {
    await em.insert(Event, {
      id: newId(),
      forumId: event.forumId,
      type: event.type,
      subjectKind: event.subject.kind,
      subjectId: event.subject.id,
      actorId: event.actorId,
      payload: event.payload ?? {},
      createdAt: this.clock.now(),
    });
  }
}
