import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Authors } from '../../forum/authors.js';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import type { Reader } from '../../platform/http/reader.js';
import { standingTogether } from '../../proposals/amendments/standing-together.js';
import { lastPolls } from '../../voting/last-polls.js';
import { Appeal } from '../appeal.entity.js';
import { inText, presentText } from './amended-texts.js';
import { ClauseAmending } from './clause-amending.js';
import { ClauseAmendment } from './clause-amendment.entity.js';
import { presentClauseAmendment, presentClauseCollision } from './clause-amendment.presenter.js';
import {
  mayAmendClauses,
  maySeeClauseAmendment,
  mayVoteOnClauseAmendments,
} from './clause-amendments.abilities.js';
import type { ClauseAmendmentsView, ClauseAmendmentView } from './clause-amendments.contract.js';
import { goesIn, waitingOf } from './turns.js';

/** The amendments to one appeal, as one reader sees them, and how they stand to each other in the text as it is now. */
@Injectable()
export class ClauseAmendmentList {
  constructor(
    private readonly db: DataSource,
    private readonly amending: ClauseAmending,
    private readonly authors: Authors,
  ) {}

  /** All of them: seven queries, however many there are. */
  async list(reader: Reader, appealId: string): Promise<ClauseAmendmentsView> {
    const em = this.db.manager;
    const { appeal, standing } = await this.amending.see(
      reader,
      await em.findOneBy(Appeal, { id: appealId }),
    );
    const now = await presentText(em, appealId);
    const shown = (await inText(em, appealId, now)).filter(({ amendment }) =>
      maySeeClauseAmendment(standing, amendment),
    );
    const names = await this.authors.of(
      shown.flatMap(({ amendment: { authorId, decidedBy } }) => [authorId, decidedBy]),
    );
    const polls = await lastPolls(
      em,
      standing,
      shown.map(({ amendment }) => amendment.id),
    );
    const open = shown.filter(goesIn).map(waitingOf);
    const { collisions, follows, amendmentIds } = await standingTogether(now.clauses, open);
    return {
      clauses: now.clauses.map(({ id, lang, text }) => ({ id, lang, text })),
      amendments: shown.map((each) => presentClauseAmendment(each, { appeal, standing, now, names, polls })),
      collisions: collisions.map(presentClauseCollision),
      order: { amendmentIds, consequences: follows },
      abilities: {
        propose: mayAmendClauses(standing, appeal),
        putToVote: mayVoteOnClauseAmendments(standing, appeal),
      },
    };
  }

  async show(reader: Reader, id: string): Promise<ClauseAmendmentView> {
    const em = this.db.manager;
    const amendment = await em.findOneBy(ClauseAmendment, { id });
    if (!amendment) throw refuse(KERNEL_ERRORS, 'object.missing');
    const { appealId, authorId, decidedBy } = amendment;
    const { appeal, standing } = await this.amending.see(
      reader,
      await em.findOneBy(Appeal, { id: appealId }),
    );
    if (!maySeeClauseAmendment(standing, amendment)) throw refuse(KERNEL_ERRORS, 'object.missing');
    const now = await presentText(em, appealId);
    const [one] = await inText(em, appealId, now, { id });
    if (!one) throw refuse(KERNEL_ERRORS, 'object.missing');
    const names = await this.authors.of([authorId, decidedBy]);
    const polls = await lastPolls(em, standing, [id]);
    return presentClauseAmendment(one, { appeal, standing, now, names, polls });
  }
}
