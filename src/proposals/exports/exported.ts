import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Forum } from '../../forum/forum.entity.js';
import { Clock } from '../../kernel/clock.js';
import { Config } from '../../platform/config/config.js';
import type { Reader } from '../../platform/http/reader.js';
import { AmendmentList } from '../amendments/amendment-list.js';
import { ProposalPage } from '../proposal-page.js';
import type { ProposalView } from '../proposals.contract.js';
import { type ExportedAmendment, PROPOSAL_EXPORT, type ProposalExport } from './export.contract.js';
import type { Facts } from './paper.js';

/** What is in an export, of whatever format: what this reader sees on the proposal's page, and nobody's drafts. */
@Injectable()
export class Exported {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly page: ProposalPage,
    private readonly lists: AmendmentList,
  ) {}

  /** Everything but the texts of the versions. Refuses with `object.missing` what the reader does not see. */
  async of(reader: Reader, id: string, lang?: string): Promise<Facts> {
    const view = await this.page.show(reader, id, lang);
    const list = await this.lists.list(reader, id);
    const submitted = await this.submissions(id);
    const about = await this.about(view);
    return {
      ...PROPOSAL_EXPORT,
      exportedAt: this.clock.now().toISOString(),
      address: `${this.config.publicUrl}/f/${about.forum.slug}/proposals/${id}`,
      ...about,
      versions: view.versions,
      proposal: withoutReader(view),
      amendments: list.amendments.flatMap(({ abilities: _, ...amendment }): ExportedAmendment[] => {
        const submittedAt = submitted.get(amendment.id);
        return submittedAt ? [{ ...amendment, submittedAt: submittedAt.toISOString() }] : [];
      }),
      collisions: list.collisions,
      proposed: list.proposed,
      order: list.order,
    };
  }

  /** The same with each version that was kept, whole. */
  async whole(reader: Reader, id: string): Promise<ProposalExport> {
    const found = await this.of(reader, id);
    return { ...found, versions: await this.page.versions(reader, id) };
  }

  private async submissions(proposalId: string): Promise<ReadonlyMap<string, Date>> {
    const rows: { id: string; at: Date }[] = await this.db.query(
      'SELECT id, submitted_at AS at FROM amendment WHERE proposal_id = $1 AND submitted_at IS NOT NULL',
      [proposalId],
    );
    return new Map(rows.map(({ id, at }) => [id, at]));
  }

  private async about({
    id,
    topicId,
    cityIds,
  }: ProposalView): Promise<Pick<ProposalExport, 'forum' | 'topic' | 'cities'>> {
    const [forum, topics, cities] = await Promise.all([
      this.db.manager
        .createQueryBuilder(Forum, 'forum')
        .where('forum.id = (SELECT forum_id FROM proposal WHERE id = :id)', { id })
        .getOneOrFail(),
      this.db.query('SELECT name FROM topic WHERE id = $1', [topicId]),
      this.db.query('SELECT id, name FROM city WHERE id = ANY($1::uuid[]) ORDER BY id', [cityIds]),
    ]);
    return { forum: { slug: forum.slug, title: forum.title }, topic: topics[0]?.name ?? null, cities };
  }
}

function withoutReader({
  abilities: _a,
  asksFor: _b,
  endorsed: _c,
  followed: _d,
  invited: _e,
  versions: _f,
  ...proposal
}: ProposalView): ProposalExport['proposal'] {
  return proposal;
}
