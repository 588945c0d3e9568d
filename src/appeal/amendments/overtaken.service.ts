import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { EventDispatcher } from '../../platform/events/event-dispatcher.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import type { APPEAL_EVENTS } from '../appeal.contract.js';
import { Appeal } from '../appeal.entity.js';
import { inText, presentText } from './amended-texts.js';
import { ClauseAmending } from './clause-amending.js';
import { ClauseAmendment } from './clause-amendment.entity.js';
import { isAmendable } from './clause-amendments.abilities.js';

const LOOK = 'clause-amendments.look';

/** After these the text may be another than amendments were written on, or their authors may write again. */
const MOVED_ON: readonly (keyof typeof APPEAL_EVENTS)[] = [
  'clause.edited',
  'text-version.kept',
  'suggestion.decided',
  'appeal.review-opened',
];

/** Those that their authors can still bring in line with the text. */
const WAITING: readonly ClauseAmendment['state'][] = ['draft', 'submitted'];

/**
 * Notices, once the text has moved on, whose amendments need their authors, so that these are told. It decides nothing:
 * how the text stands to an amendment is found anew by whoever looks (`inText`), and only what was told is kept here.
 */
@Injectable()
export class Overtaken {
  constructor(
    private readonly db: DataSource,
    private readonly amending: ClauseAmending,
    dispatcher: EventDispatcher,
    jobs: Jobs,
  ) {
    dispatcher.consume('clause-amendments', async ({ id: key, type, subjectId: appealId }) => {
      if (!(MOVED_ON as readonly string[]).includes(type)) return;
      if (await db.manager.existsBy(ClauseAmendment, { appealId, state: In([...WAITING]) }))
        await jobs.enqueue(LOOK, { appealId }, { key });
    });
    jobs.handle(LOOK, ({ appealId }) => this.look(appealId as string));
  }

  /** The appeal's row is held as when the clauses follow the text: against other edits, not against who writes. */
  private look(appealId: string): Promise<void> {
    return this.db.transaction(async (em) => {
      const appeal = await em.findOne(Appeal, {
        where: { id: appealId },
        lock: { mode: 'for_no_key_update' },
      });
      if (!appeal || !isAmendable(appeal)) return;
      const now = await presentText(em, appealId);
      for (const { amendment, conflicts } of await inText(em, appealId, now, { states: WAITING })) {
        const overtaken = conflicts.length > 0;
        if (overtaken === amendment.overtaken) continue;
        await em.update(ClauseAmendment, { id: amendment.id }, { overtaken });
        if (overtaken) await this.amending.tell(em, amendment, 'clause-amendment.overtaken', null);
      }
    });
  }
}
