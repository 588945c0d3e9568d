import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { hashSecret, newSecret } from '../kernel/ids.js';
import { Config } from '../platform/config/config.js';
import { Account } from './account.entity.js';
import { Accounts } from './accounts.service.js';
import { SignInLink } from './sign-in-link.entity.js';

/** Links that the start prints. The secret stands behind the `#` and reaches the server by a click only. */
@Injectable()
export class SignInLinks {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly accounts: Accounts,
  ) {}

  /** One link for each account, good from this machine until the next start. Older trial links end. */
  async printTrial(accountIds: readonly string[]): Promise<string[]> {
    const tokens = accountIds.map((accountId) => ({ accountId, token: newSecret() }));
    await this.db.transaction(async (em) => {
      await em.delete(SignInLink, { kind: 'trial' });
      for (const { accountId, token } of tokens)
        await em.insert(SignInLink, {
          tokenHash: hashSecret(token),
          accountId,
          kind: 'trial',
          createdAt: this.clock.now(),
        });
    });
    return tokens.map(({ token }) => this.address(token));
  }

  /** Trial links never outlive the trial: they end where the sample is turned off. */
  async endTrial(): Promise<void> {
    await this.db.manager.delete(SignInLink, { kind: 'trial' });
  }

  /** A link for the first organiser, while nobody has used one; null afterwards. */
  async printFirstOrganiser(): Promise<string | null> {
    return this.db.transaction(async (em) => {
      // Two processes that start together must not make two operators.
      await em.query('SELECT pg_advisory_xact_lock(7164203)');
      if (await em.existsBy(Account, { operator: true })) {
        const open = await em.findOneBy(SignInLink, { kind: 'first-organiser' });
        if (!open || open.usedAt) return null;
        await em.delete(SignInLink, { kind: 'first-organiser' });
        return this.address(await this.firstLink(em, open.accountId));
      }
      const account = await this.accounts.create(em, { name: 'Organiser', locale: 'fr', operator: true });
      return this.address(await this.firstLink(em, account.id));
    });
  }

  private async firstLink(em: DataSource['manager'], accountId: string): Promise<string> {
    const token = newSecret();
    await em.insert(SignInLink, {
      tokenHash: hashSecret(token),
      accountId,
      kind: 'first-organiser',
      createdAt: this.clock.now(),
    });
    return token;
  }

  private address(token: string): string {
    return `${this.config.publicUrl}/sign-in/link#${token}`;
  }
}
