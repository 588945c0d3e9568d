import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { accountOf, type Reader } from '../platform/http/reader.js';
import { Forum } from './forum.entity.js';
import { Participant } from './participant.entity.js';

/** A reader in one forum: what every ability is decided from. `participant` is null for who has no seat in it. */
export interface Standing {
  readonly forumId: string;
  readonly reader: Reader;
  readonly participant: Readonly<
    Pick<Participant, 'id' | 'role' | 'delegationId' | 'head'> & { suspended: boolean }
  > | null;
}

/** A reader with a seat. */
export type Seated = Standing & { readonly participant: NonNullable<Standing['participant']> };

@Injectable()
export class ForumAccess {
  constructor(private readonly db: DataSource) {}

  /** The forum of a slug and the reader's standing in it. One query each, and none for readers without account. */
  async enter(reader: Reader, slug: string): Promise<{ forum: Forum; standing: Standing }> {
    const forum = await this.db.manager.findOneBy(Forum, { slug });
    if (!forum) throw refuse(KERNEL_ERRORS, 'object.missing');
    return { forum, standing: await this.standing(reader, forum.id) };
  }

  /** The reader's standing in a forum known by its id. With `em`, as the transaction sees it. */
  async standing(reader: Reader, forumId: string, em: EntityManager = this.db.manager): Promise<Standing> {
    if (!reader.account) return { forumId, reader, participant: null };
    const found = await em.findOneBy(Participant, { forumId, accountId: reader.account.id });
    return { forumId, reader, participant: found && seatOf(found) };
  }

  /** The same of several readers, in their order: one query. */
  async standings(
    readers: readonly Reader[],
    forumId: string,
    em: EntityManager = this.db.manager,
  ): Promise<Standing[]> {
    const ids = [...new Set(readers.flatMap(({ account }) => account?.id ?? []))];
    const found = await em.findBy(Participant, { forumId, accountId: In(ids) });
    const seats = new Map(found.map((each) => [each.accountId, seatOf(each)]));
    return readers.map((reader) => ({
      forumId,
      reader,
      participant: seats.get(reader.account?.id ?? '') ?? null,
    }));
  }
}

function seatOf({ id, role, delegationId, head, suspendedAt }: Participant): Seated['participant'] {
  return { id, role, delegationId, head, suspended: suspendedAt !== null };
}

/** The standing of who has a seat; `auth.required` or `auth.forbidden` for all others. */
export function seated(standing: Standing): Seated {
  accountOf(standing.reader);
  if (!standing.participant) throw refuse(KERNEL_ERRORS, 'auth.forbidden');
  return standing as Seated;
}
