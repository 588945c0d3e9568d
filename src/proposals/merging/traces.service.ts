import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Authors } from '../../forum/authors.js';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import type { Reader } from '../../platform/http/reader.js';
import { tracedText } from '../../text/traces.js';
import { marked } from '../amendments/amendment-text.js';
import type { AmendmentState } from '../amendments/amendments.contract.js';
import type { Proposal } from '../proposal.entity.js';
import { ProposalAccess } from '../proposal-access.js';
import { presentRuns } from './merge.presenter.js';
import type { TracesView } from './merging.contract.js';

interface VersionRow {
  readonly number: number;
  readonly paragraphs: Parameters<typeof marked>[0];
  readonly traces: Parameters<typeof tracedText>[0][number]['traces'];
}
interface AmendmentRow {
  readonly id: string;
  readonly number: number;
  readonly state: AmendmentState;
  readonly authorId: string;
  readonly pollId: string | null;
  readonly adopted: boolean | null;
}

/** Where each word of a version comes from: as public as the versions are. Three queries beside who asks. */
@Injectable()
export class Traces {
  constructor(
    private readonly db: DataSource,
    private readonly proposals: ProposalAccess,
    private readonly authors: Authors,
  ) {}

  /** Of one version, by its number; of the last without one. `object.missing` where there is none. */
  async of(reader: Reader, proposalId: string, wished?: number): Promise<TracesView> {
    const { proposal } = await this.proposals.see(reader, proposalId);
    const number = wished ?? proposal.versions;
    const versions = await this.versions(proposal, number);
    if (versions.at(-1)?.number !== number) throw refuse(KERNEL_ERRORS, 'object.missing');
    const paragraphs = tracedText(versions);
    const ids = new Set(paragraphs.flatMap(({ runs }) => runs.flatMap(({ amendmentIds }) => amendmentIds)));
    const rows: AmendmentRow[] = await this.db.query(AMENDMENTS, [[...ids]]);
    const names = await this.authors.of(rows.map(({ authorId }) => authorId));
    return {
      number,
      lang: proposal.lang,
      paragraphs: paragraphs.map(({ id, runs }) => ({ paragraphId: id, ...presentRuns(runs) })),
      amendments: rows.map(({ authorId, pollId, adopted, ...amendment }) => ({
        ...amendment,
        author: names.get(authorId) ?? null,
        poll: pollId === null ? null : { id: pollId, adopted },
      })),
    };
  }

  private async versions({ id, lang }: Proposal, upTo: number) {
    const rows: VersionRow[] = await this.db.query(VERSIONS, [id, lang, upTo]);
    return rows.map(({ number, paragraphs, traces }) => ({ number, traces, paragraphs: marked(paragraphs) }));
  }
}

const VERSIONS = `
  SELECT v.number, v.traces, t.paragraphs
    FROM proposal_version v
    JOIN proposal_version_text t ON t.proposal_id = v.proposal_id AND t.number = v.number AND t.lang = $2
   WHERE v.proposal_id = $1 AND v.number <= $3 ORDER BY v.number`;

/** With the poll that was published last, if it was voted on. */
const AMENDMENTS = `
  SELECT a.id, a.number, a.state, a.author_id AS "authorId", vote.id AS "pollId", vote.adopted
    FROM amendment a
    LEFT JOIN LATERAL (
      SELECT poll.id, (round.result->>'adopted')::boolean AS adopted
        FROM poll JOIN round ON round.poll_id = poll.id AND round.state = 'published'
       WHERE poll.subject_kind = 'amendment' AND poll.subject_id = a.id
       ORDER BY round.published_at DESC LIMIT 1) vote ON true
   WHERE a.id = ANY($1::uuid[]) ORDER BY a.number`;
