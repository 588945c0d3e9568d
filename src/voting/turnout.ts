import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Log } from '../platform/observability/log.js';
import { RealtimeGateway } from '../platform/realtime/realtime.gateway.js';
import type { PollState, PublicPollState } from './voting.contract.js';

/** Four times a second is what a hall can follow; more would cost a core with 5,000 screens. */
const EVERY_MS = 250;

/** Tells everyone how many have voted, off the ballot's path: ballots mark their poll, a timer counts and sends. */
@Injectable()
export class Turnout implements OnModuleDestroy {
  private readonly marked = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private sending: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: DataSource,
    private readonly realtime: RealtimeGateway,
    private readonly log: Log,
  ) {}

  changed(pollId: string): void {
    this.marked.add(pollId);
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
      `SELECT poll.id, poll.forum_id, poll.state, poll.version,
              (SELECT count(*)::int FROM ballot WHERE ballot.poll_id = poll.id) AS "cast",
              (SELECT count(*)::int FROM roll_entry WHERE roll_entry.poll_id = poll.id) AS entitled
         FROM poll WHERE poll.id = ANY($1::uuid[])`,
      [ids],
    );
    for (const { forum_id, id, state, version, cast, entitled } of rows) {
      const poll: PublicPollState = { id, state, version, turnout: { cast, entitled } };
      this.realtime.broadcast(forum_id, 'poll', poll);
    }
  }
}

interface Row {
  id: string;
  forum_id: string;
  state: PollState;
  version: number;
  cast: number;
  entitled: number;
}
