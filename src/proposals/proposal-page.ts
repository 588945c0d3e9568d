import { Injectable } from '@nestjs/common';
import QRCode from 'qrcode';
import { DataSource } from 'typeorm';
import { Authors } from '../forum/authors.js';
import { Forum } from '../forum/forum.entity.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { Config } from '../platform/config/config.js';
import type { Reader } from '../platform/http/reader.js';
import { groupBy } from '../text/lists.js';
import { attachedTo } from './attachments/attached-files.js';
import { CoAuthor } from './co-author.entity.js';
import { Endorsement } from './endorsement.entity.js';
import { type ProposalFacts, presentProposal, presentVersion } from './proposal.presenter.js';
import { ProposalAccess, type Seen } from './proposal-access.js';
import { ProposalMoveRow } from './proposal-move.entity.js';
import { ProposalVersion, ProposalVersionText } from './proposal-version.entity.js';
import type { ProposalView, VersionView } from './proposals.contract.js';
import { textsOf } from './texts.js';

/** How many endorsers a proposal's page names; the number of all stands beside them. */
const ENDORSERS_SHOWN = 200;

/** One proposal with all that belongs to it, as one reader sees it: a fixed number of queries. */
@Injectable()
export class ProposalPage {
  constructor(
    private readonly db: DataSource,
    private readonly proposals: ProposalAccess,
    private readonly authors: Authors,
    private readonly config: Config,
  ) {}

  async show(reader: Reader, id: string, lang?: string): Promise<ProposalView> {
    const seen = await this.proposals.see(reader, id);
    const facts = await this.facts(seen, lang);
    return presentProposal(seen, facts, lang);
  }

  /** A version that was kept: for everybody who sees the proposal. */
  async version(reader: Reader, id: string, number: number): Promise<VersionView> {
    await this.proposals.see(reader, id);
    const [version] = await this.kept({ proposalId: id, number });
    if (!version) throw refuse(KERNEL_ERRORS, 'object.missing');
    return version;
  }

  /** All of them, the first one first: as many queries as for one. */
  async versions(reader: Reader, id: string): Promise<readonly VersionView[]> {
    await this.proposals.see(reader, id);
    return this.kept({ proposalId: id });
  }

  /** The address of its page as a QR code in SVG, to be put up on a wall. */
  async qr(reader: Reader, id: string): Promise<string> {
    const { proposal } = await this.proposals.see(reader, id);
    const { slug } = await this.db.manager.findOneByOrFail(Forum, { id: proposal.forumId });
    return QRCode.toString(`${this.config.publicUrl}/f/${slug}/proposals/${id}`, { type: 'svg', margin: 4 });
  }

  private async kept(where: {
    readonly proposalId: string;
    readonly number?: number;
  }): Promise<VersionView[]> {
    const em = this.db.manager;
    const versions = await em.find(ProposalVersion, { where, order: { number: 'ASC' } });
    const texts = await em.find(ProposalVersionText, { where, order: { number: 'ASC', lang: 'ASC' } });
    const names = await this.authors.of(versions.map(({ participantId }) => participantId));
    const byNumber = groupBy(texts, ({ number }) => number);
    return versions.map((version) => ({
      ...presentVersion(version, (by) => (by && names.get(by)) || null),
      texts: (byNumber.get(version.number) ?? []).map(({ lang, title, summary, paragraphs }) => ({
        lang,
        title,
        summary,
        paragraphs,
      })),
      traces: version.traces.map(({ paragraphId, amendmentIds }) => ({ paragraphId, amendmentIds })),
    }));
  }

  private async facts({ proposal, standing }: Seen, lang?: string): Promise<ProposalFacts> {
    const { id } = proposal;
    const em = this.db.manager;
    const me = standing.participant?.id ?? null;
    const [texts, attachments, coAuthors, endorsements, cityEndorsements, references, moves, versions, own] =
      await Promise.all([
        textsOf(em, id),
        attachedTo(em, id),
        em.find(CoAuthor, { where: { proposalId: id }, order: { invitedAt: 'ASC', participantId: 'ASC' } }),
        em.find(Endorsement, {
          where: { proposalId: id },
          order: { createdAt: 'ASC', participantId: 'ASC' },
          take: ENDORSERS_SHOWN,
        }),
        em.query(CITIES, [id]) as Promise<ProposalFacts['cityEndorsements']>,
        em.query(REFERENCES, [id, me, lang ?? null]) as Promise<ProposalFacts['references']>,
        em.find(ProposalMoveRow, { where: { proposalId: id }, order: { number: 'ASC' } }),
        em.find(ProposalVersion, { where: { proposalId: id }, order: { number: 'ASC' } }),
        em.query(OWN, [id, me]) as Promise<[Pick<ProposalFacts, 'cityIds' | 'endorsed' | 'followed'>]>,
      ]);
    const endorserIds = endorsements.map(({ participantId }) => participantId);
    const names = await this.authors.of([
      proposal.authorId,
      ...endorserIds,
      ...[...coAuthors, ...cityEndorsements, ...moves, ...versions, ...attachments].map(
        ({ participantId }) => participantId,
      ),
    ]);
    return {
      texts,
      attachments,
      names,
      coAuthors,
      endorserIds,
      cityEndorsements,
      references,
      moves,
      versions,
      ...own[0],
    };
  }
}

const CITIES = `
  SELECT e.delegation_id AS "delegationId", city.name AS city, city.country, e.participant_id AS "participantId",
         e.created_at AS "createdAt"
    FROM city_endorsement e
    JOIN delegation ON delegation.id = e.delegation_id
    JOIN city ON city.id = delegation.city_id
   WHERE e.proposal_id = $1 ORDER BY e.created_at, e.delegation_id`;

/** Proposals that this one is bound to. Whatever was merged or linked has been before the forum. */
const REFERENCES = `
  SELECT bound.as, other.id, other.number, other.state, text.title, text.lang AS "titleLang"
    FROM (SELECT 'into' AS as, merged_into AS id FROM proposal WHERE id = $1
          UNION ALL SELECT 'merged', id FROM proposal WHERE merged_into = $1
          UNION ALL SELECT 'linked', CASE WHEN proposal_id = $1 THEN other_id ELSE proposal_id END
                      FROM proposal_link WHERE proposal_id = $1 OR other_id = $1
          UNION ALL SELECT 'asked', endorsed_id FROM endorsement_request
                     WHERE proposal_id = $1 AND participant_id = $2 AND answered_at IS NULL) bound
    JOIN proposal other ON other.id = bound.id
    CROSS JOIN LATERAL (
      SELECT lang, title FROM proposal_text
       WHERE proposal_id = other.id ORDER BY lang = $3 DESC NULLS LAST, lang = other.lang DESC, lang LIMIT 1) text
   ORDER BY other.number`;

const OWN = `
  SELECT ARRAY(SELECT city_id FROM concerned_city WHERE proposal_id = $1 ORDER BY city_id) AS "cityIds",
         EXISTS (SELECT FROM endorsement WHERE proposal_id = $1 AND participant_id = $2) AS endorsed,
         EXISTS (SELECT FROM follow WHERE proposal_id = $1 AND participant_id = $2) AS followed`;
