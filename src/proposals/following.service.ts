import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ForumAccess, seated } from '../forum/forum-access.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import { brokenUnique } from '../platform/database/conflicts.js';
import type { Reader } from '../platform/http/reader.js';
import { ProposalAccess } from './proposal-access.js';
import { PROPOSAL_ERRORS, PROPOSAL_LIMITS, type SavedFilter, type SaveFilter } from './proposals.contract.js';

/** What a participant keeps an eye on: proposals, and ways to look at their list. Nobody else sees either. */
@Injectable()
export class Following {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: ForumAccess,
    private readonly proposals: ProposalAccess,
  ) {}

  async follow(reader: Reader, id: string): Promise<void> {
    await this.db.query(
      `INSERT INTO follow (proposal_id, participant_id, followed_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [id, await this.seatBefore(reader, id), this.clock.now()],
    );
  }

  async unfollow(reader: Reader, id: string): Promise<void> {
    await this.db.query('DELETE FROM follow WHERE proposal_id = $1 AND participant_id = $2', [
      id,
      await this.seatBefore(reader, id),
    ]);
  }

  async filters(reader: Reader, slug: string): Promise<SavedFilter[]> {
    const { standing } = await this.access.enter(reader, slug);
    return this.db.query(
      'SELECT id, name, query FROM saved_filter WHERE participant_id = $1 ORDER BY created_at, id',
      [seated(standing).participant.id],
    );
  }

  async saveFilter(reader: Reader, slug: string, { name, query }: SaveFilter): Promise<SavedFilter> {
    const { forum, standing } = await this.access.enter(reader, slug);
    const participantId = seated(standing).participant.id;
    const saved = { id: newId(), name, query };
    try {
      const { length } = await this.db.query(
        `INSERT INTO saved_filter (id, forum_id, participant_id, name, query, created_at)
         SELECT $1, $2, $3, $4, $5, $6
          WHERE (SELECT count(*) FROM saved_filter WHERE participant_id = $3) < $7 RETURNING 1`,
        [saved.id, forum.id, participantId, name, query, this.clock.now(), PROPOSAL_LIMITS.savedFilters],
      );
      if (length === 0) throw refuse(PROPOSAL_ERRORS, 'filter.too-many');
    } catch (error) {
      if (brokenUnique(error)) throw refuse(PROPOSAL_ERRORS, 'filter.taken');
      throw error;
    }
    return saved;
  }

  async dropFilter(reader: Reader, slug: string, id: string): Promise<void> {
    const { standing } = await this.access.enter(reader, slug);
    const [, dropped] = await this.db.query(
      'DELETE FROM saved_filter WHERE id = $1 AND participant_id = $2',
      [id, seated(standing).participant.id],
    );
    if (dropped === 0) throw refuse(KERNEL_ERRORS, 'object.missing');
  }

  private async seatBefore(reader: Reader, id: string): Promise<string> {
    const { standing } = await this.proposals.see(reader, id);
    return seated(standing).participant.id;
  }
}
