import { Injectable } from '@nestjs/common';
import { mayModerate } from '../../forum/forum.abilities.js';
import { refuse } from '../../kernel/errors.js';
import { accountOf, permit, type Reader } from '../../platform/http/reader.js';
import { AMENDMENT_ERRORS } from '../../proposals/amendments/amendments.contract.js';
import { standingTogether } from '../../proposals/amendments/standing-together.js';
import type { CreatePoll } from '../../voting/polls.contract.js';
import { Polls } from '../../voting/polls.service.js';
import { inText, presentText } from './amended-texts.js';
import { ClauseAmending } from './clause-amending.js';
import { CLAUSE_AMENDMENT } from './clause-amendment-subject.js';
import { isAmendable, mayPutClauseAmendmentToVote } from './clause-amendments.abilities.js';
import { goesIn, waitingOf } from './turns.js';

/** Bringing amendments to the vote, in the order of the rule, which everybody with a seat reads beforehand. */
@Injectable()
export class ClauseAmendmentVotes {
  constructor(
    private readonly amending: ClauseAmending,
    private readonly polls: Polls,
  ) {}

  /** Prepares a poll on each that can be put to the vote, in the order of the rule: all or none. Answers their ids. */
  async prepareAll(
    reader: Reader,
    appealId: string,
    { sessionId, terms }: Pick<CreatePoll, 'sessionId' | 'terms'>,
  ): Promise<string[]> {
    const made: string[] = [];
    await this.amending.hold(reader, appealId, async ({ em, appeal, standing }) => {
      permit(mayModerate(standing), reader);
      if (!isAmendable(appeal)) throw refuse(AMENDMENT_ERRORS, 'amendment.closed');
      const now = await presentText(em, appealId);
      const all = await inText(em, appealId, now, { states: ['submitted', 'voted'] });
      const waits = new Set(
        all
          .filter((each) => mayPutClauseAmendmentToVote(standing, appeal, { ...each.amendment, ...each }))
          .map(({ amendment }) => amendment.id),
      );
      const { amendmentIds } = await standingTogether(now.clauses, all.filter(goesIn).map(waitingOf));
      for (const id of amendmentIds.filter((each) => waits.has(each))) {
        const asked: CreatePoll = { sessionId, subject: { kind: CLAUSE_AMENDMENT, id }, terms };
        made.push(await this.polls.prepareIn(em, appeal.forumId, asked, accountOf(reader).id));
      }
    });
    return made;
  }
}
