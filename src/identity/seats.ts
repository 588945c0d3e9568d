import { Injectable } from '@nestjs/common';
import type { Seat } from './identity.contract.js';

/** Where an account takes part. The forum room, which knows, registers itself here; identity only passes it on. */
@Injectable()
export class Seats {
  private source: (accountId: string) => Promise<readonly Seat[]> = async () => [];

  foundBy(source: (accountId: string) => Promise<readonly Seat[]>): void {
    this.source = source;
  }

  of(accountId: string): Promise<readonly Seat[]> {
    return this.source(accountId);
  }
}
