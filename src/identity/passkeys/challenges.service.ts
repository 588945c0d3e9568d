import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, LessThanOrEqual } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { refuse } from '../../kernel/errors.js';
import { newSecret } from '../../kernel/ids.js';
import { PasskeyChallenge } from './passkey-challenge.entity.js';
import { PASSKEY_ERRORS } from './passkeys.contract.js';

export const CHALLENGE_MINUTES = 5;

/** For what a challenge was given, and to whom: its answer is good for nothing else. */
export interface Purpose {
  readonly purpose: string;
  readonly accountId: string | null;
}

/** Challenges for devices: each is answered once, by whom and for what it was given. */
@Injectable()
export class Challenges {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Gives a challenge: 256 random bits, or one that says itself what is signed. */
  async give({ purpose, accountId }: Purpose, challenge = newSecret()): Promise<string> {
    const now = this.clock.now();
    await this.db.manager.delete(PasskeyChallenge, { expiresAt: LessThanOrEqual(now) });
    const expiresAt = new Date(now.getTime() + CHALLENGE_MINUTES * 60_000);
    // One that says itself what is signed may be asked for twice.
    await this.db.manager.upsert(PasskeyChallenge, { challenge, purpose, accountId, expiresAt }, [
      'challenge',
    ]);
    return challenge;
  }

  /** Takes it back from whoever answers; of two at once one finds it. */
  async take(em: EntityManager, challenge: string, { purpose, accountId }: Purpose): Promise<void> {
    const { raw } = await em
      .createQueryBuilder()
      .delete()
      .from(PasskeyChallenge)
      .where('challenge = :challenge AND purpose = :purpose AND expires_at > :now', {
        challenge,
        purpose,
        now: this.clock.now(),
      })
      .andWhere('account_id IS NOT DISTINCT FROM :accountId', { accountId })
      .returning('challenge')
      .execute();
    if (raw.length !== 1) throw refuse(PASSKEY_ERRORS, 'passkey.refused');
  }
}
