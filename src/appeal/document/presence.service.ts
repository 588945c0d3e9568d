import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { PRESENCE, type Presence } from './document.contract.js';
import { documentRoom, LiveDocuments } from './live-documents.service.js';

/** How many who only read are shown of those at one process: a hall that reads along would be its own load. */
const READERS = 50;

interface Present extends Presence {
  readonly write: boolean;
}

/**
 * Who is where in a text. In memory of the process that somebody is connected to; told to all, stored nowhere. Each
 * process tells again and again who is present at it: whoever it no longer tells of, be it killed, is forgotten.
 */
@Injectable()
export class Presences implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly present = new Map<string, Map<string, Present>>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly live: LiveDocuments) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      for (const appealId of this.present.keys())
        this.broadcast(appealId, 'here', { present: this.of(appealId) });
    }, PRESENCE.beat);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** `write` is whether that person may: of those who may not only so many are shown. */
  tell(appealId: string, presence: Presence, write: boolean): void {
    const here = this.present.get(appealId) ?? new Map<string, Present>();
    const readers = [...here.values()].filter((each) => !each.write).length;
    if (!write && readers >= READERS && !here.has(presence.key)) return;
    here.set(presence.key, { ...presence, write });
    this.present.set(appealId, here);
    this.broadcast(appealId, 'presence', presence);
  }

  leave(appealId: string, { id: key }: Pick<Socket, 'id'>): void {
    const here = this.present.get(appealId);
    if (!here?.delete(key)) return;
    if (here.size === 0) this.present.delete(appealId);
    this.broadcast(appealId, 'absent', { key });
  }

  /** Those at this process; those at others are told of by theirs within a beat. */
  of(appealId: string): Presence[] {
    const here = this.present.get(appealId)?.values() ?? [];
    return [...here].map(({ write: _, ...presence }) => presence);
  }

  private broadcast(appealId: string, name: 'presence' | 'here' | 'absent', data: object): void {
    this.live.space.broadcast(documentRoom(appealId), name, { appealId, ...data });
  }
}
