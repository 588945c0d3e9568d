import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { mayCompile } from '../../forum/forum.abilities.js';
import { ForumAccess, type Standing, seated } from '../../forum/forum-access.js';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { permit, type Reader } from '../../platform/http/reader.js';
import { mayEditAppeal, maySeeAppeal } from '../appeal.abilities.js';
import { APPEAL_ERRORS } from '../appeal.contract.js';
import { Appeal } from '../appeal.entity.js';

/** Who may read a draft's shared text, and who may write in it now. */
@Injectable()
export class DocumentAccess {
  constructor(
    private readonly db: DataSource,
    private readonly access: ForumAccess,
  ) {}

  /** An appeal that is or was a draft, for who may see it; `object.missing` for all others. */
  async enter(
    reader: Reader,
    appealId: string,
    em: EntityManager = this.db.manager,
  ): Promise<{ appeal: Appeal; standing: Standing; write: boolean }> {
    const appeal = await em.findOneBy(Appeal, { id: appealId });
    const standing = appeal && (await this.access.standing(reader, appeal.forumId, em));
    if (!appeal || !standing?.participant || !maySeeAppeal(standing, appeal))
      throw refuse(KERNEL_ERRORS, 'object.missing');
    return { appeal, standing, write: mayEditAppeal(standing, appeal) };
  }

  /** The participant who may write, or the refusal that the same person's request for an edit would meet. */
  async writer(reader: Reader, appeal: Appeal): Promise<string> {
    return writerOf(await this.access.standing(reader, appeal.forumId), appeal);
  }

  /** Of each the refusal, or null for who may write; as the transaction sees it. */
  async refusals(readers: readonly Reader[], appeal: Appeal, em: EntityManager): Promise<unknown[]> {
    const standings = await this.access.standings(readers, appeal.forumId, em);
    return standings.map((standing) => {
      try {
        writerOf(standing, appeal);
        return null;
      } catch (refusal) {
        return refusal;
      }
    });
  }
}

function writerOf(standing: Standing, appeal: Appeal): string {
  if (!maySeeAppeal(standing, appeal)) throw refuse(KERNEL_ERRORS, 'object.missing');
  permit(mayCompile(standing), standing.reader);
  if (!mayEditAppeal(standing, appeal)) throw refuse(APPEAL_ERRORS, stateError(appeal));
  return seated(standing).participant.id;
}

/** Why a draft cannot be written in. */
export function stateError({ state }: Pick<Appeal, 'state'>): 'appeal.in-work' | 'appeal.state' {
  return state === 'compiling' || state === 'publishing' ? 'appeal.in-work' : 'appeal.state';
}
