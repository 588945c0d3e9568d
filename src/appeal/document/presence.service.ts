import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import type { Presence } from './document.contract.js';
import { documentRoom, LiveDocuments } from './live-documents.service.js';

/** Who is where in a text. In memory of the process that somebody is connected to; told to all, stored nowhere. */
@Injectable()
export class Presences {
  private readonly present = new Map<string, Map<string, Presence>>();

  constructor(private readonly live: LiveDocuments) {}

  tell(appealId: string, presence: Presence): void {
    const here = this.present.get(appealId) ?? new Map<string, Presence>();
    here.set(presence.key, presence);
    this.present.set(appealId, here);
    this.live.space.broadcast(documentRoom(appealId), 'presence', { appealId, ...presence });
  }

  leave(appealId: string, { id: key }: Pick<Socket, 'id'>): void {
    const here = this.present.get(appealId);
    if (!here?.delete(key)) return;
    if (here.size === 0) this.present.delete(appealId);
    this.live.space.broadcast(documentRoom(appealId), 'absent', { appealId, key });
  }

  /** Those at this process; those at others tell themselves again every few moments. */
  of(appealId: string): Presence[] {
    return [...(this.present.get(appealId)?.values() ?? [])];
  }
}
