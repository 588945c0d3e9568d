import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { Log } from '../platform/observability/log.js';
import { RealtimeGateway } from '../platform/realtime/realtime.gateway.js';
import type { PollState, PublicPollState } from './polls.contract.js';

/** Four times a second is what a hall can follow; more would cost a core with 5,000 screens. */
const EVERY_MS = 250;

/** Tells everyone how many have voted, off the ballot's path: ballots mark their round, a timer adds up and sends. */
@Injectable()
export class Turnout implements OnModuleDestroy {
  private readonly marked = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private sending: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly realtime: RealtimeGateway,
    private readonly log: Log,
  ) {}

  changed(roundId: string): void {
    this.marked.add(roundId);
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.sending = this.send().catch((error) => this.log.warn({ err: error }, 'turnout was not sent'));
    }, EVERY_MS);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    await this.sending;
  }

  private async send(): Promise<void> {
    const ids = [...this.marked];
    this.marked.clear();
    const rows: Row[] = await this.db.query(
      `SELECT poll.id, poll.forum_id, poll.version, round.id AS round_id, round.state, round.entitled,
              round.closes_at, ${VOTES_OF_ROUND} AS "cast"
         FROM round JOIN poll ON poll.id = round.poll_id AND poll.rounds = round.number
        WHERE round.id = ANY($1::uuid[]) AND round.state <> 'draft'`,
      [ids],
    );
    const at = this.clock.now().toISOString();
    for (const { forum_id, id, round_id, state, version, cast, entitled, closes_at } of rows) {
      const poll: PublicPollState = {
        id,
        roundId: round_id,
        state,
        version,
        turnout: { cast, entitled },
        closesAt: closes_at?.toISOString() ?? null,
        at,
      };
      this.realtime.broadcast(forum_id, 'poll', poll);
    }
  }
}

/** How many votes are in, for a query that has `round`: each process keeps its own number, so that none waits. */
export const VOTES_OF_ROUND =
  '(SELECT coalesce(sum(votes), 0)::int FROM turnout WHERE turnout.round_id = round.id)';

interface Row {
  id: string;
  forum_id: string;
  round_id: string;
  state: PollState;
  version: number;
  cast: number;
  entitled: number;
  closes_at: Date | null;
}
