import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { mayContribute } from '../../forum/forum.abilities.js';
import { ForumAccess, type Seated, type Standing, seated } from '../../forum/forum-access.js';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { permit, type Reader } from '../../platform/http/reader.js';
import { maySeeAppeal } from '../appeal.abilities.js';
import { APPEAL_ERRORS } from '../appeal.contract.js';
import { Appeal } from '../appeal.entity.js';
import { stateError } from '../document/document-access.js';
import { mayComment, maySeeComments } from './comments.abilities.js';

interface Entered {
  readonly appeal: Appeal;
  readonly standing: Standing;
}

/** Who may read what is said about an appeal's clauses, and who may say something now. */
@Injectable()
export class CommentAccess {
  constructor(
    private readonly db: DataSource,
    private readonly access: ForumAccess,
  ) {}

  /** For everyone with a seat; to all others there is no such thing. */
  async enter(reader: Reader, appealId: string, em: EntityManager = this.db.manager): Promise<Entered> {
    const appeal = await em.findOneBy(Appeal, { id: appealId });
    return this.admit(reader, appeal, em);
  }

  /** The same with the appeal's row held, for who may comment now. */
  async speak(
    reader: Reader,
    appealId: string,
    em: EntityManager,
  ): Promise<{ readonly appeal: Appeal; readonly standing: Seated }> {
    const found = await em.findOne(Appeal, {
      where: { id: appealId },
      // Against a publication or a compile, and so that comments are counted one after another.
      lock: { mode: 'for_no_key_update' },
    });
    const { appeal, standing } = await this.admit(reader, found, em);
    permit(mayContribute(standing), reader);
    if (!mayComment(standing, appeal)) throw refuse(APPEAL_ERRORS, stateError(appeal));
    return { appeal, standing: seated(standing) };
  }

  private async admit(reader: Reader, appeal: Appeal | null, em: EntityManager): Promise<Entered> {
    const standing = appeal && (await this.access.standing(reader, appeal.forumId, em));
    if (!appeal || !standing || !maySeeAppeal(standing, appeal) || !maySeeComments(standing))
      throw refuse(KERNEL_ERRORS, 'object.missing');
    return { appeal, standing };
  }
}
