import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/http/reader.js';
import { Accounts } from './accounts.service.js';
import type { Me } from './identity.contract.js';
import { presentMe } from './identity.presenter.js';
import { Seats } from './seats.js';
import { SignIns } from './sign-ins.service.js';

/** Who one is and where one sits: the answer to every sign-in, so that the client needs no second request. */
@Injectable()
export class MyAccount {
  constructor(
    private readonly accounts: Accounts,
    private readonly seats: Seats,
    private readonly signIns: SignIns,
  ) {}

  async of(reader: Reader): Promise<Me> {
    if (!reader.account) return presentMe(reader, null, []);
    const [account, seats] = await Promise.all([
      this.accounts.find(reader.account.id),
      this.seats.of(reader.account.id),
    ]);
    return presentMe(reader, account, seats);
  }

  /** The same for a sign-in that has just been made. */
  async behind(token: string): Promise<Me> {
    return this.of(await this.signIns.find(token));
  }
}
