import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { mayCompile } from '../forum/forum.abilities.js';
import { ForumAccess, type Seated, type Standing, seated } from '../forum/forum-access.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { Events } from '../platform/events/events.service.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { mayEditAppeal, maySeeAppeal } from './appeal.abilities.js';
import { APPEAL_ERRORS, type APPEAL_EVENTS } from './appeal.contract.js';
import { Appeal } from './appeal.entity.js';
import { stateError } from './document/document-access.js';

type Type = keyof typeof APPEAL_EVENTS;

/** What an event says besides the version. */
type Payload = Readonly<Record<string, string>>;

/** Holds an appeal's row alone while something of it is changed, so that edits never cross each other. */
@Injectable()
export class AppealEdits {
  constructor(
    private readonly db: DataSource,
    private readonly events: Events,
    private readonly access: ForumAccess,
  ) {}

  /** One edit, in the states that `may` knows: raises the appeal's version, tells of it. `work` runs in the transaction. */
  edit(
    reader: Reader,
    id: string,
    event: Type,
    work: (em: EntityManager, appeal: Appeal, standing: Seated) => Promise<Partial<Appeal> | undefined>,
    may: (standing: Standing, appeal: Appeal) => boolean = mayEditAppeal,
  ): Promise<void> {
    return this.locked(reader, id, async (em, appeal, standing) => {
      if (!may(standing, appeal)) throw refuse(APPEAL_ERRORS, stateError(appeal));
      return { event, change: (await work(em, appeal, standing)) ?? {} };
    });
  }

  /** Locks, lets `decide` check and say what changes, saves under the next version, writes the event. */
  locked(
    reader: Reader,
    id: string,
    decide: (
      em: EntityManager,
      appeal: Appeal,
      standing: Seated,
    ) => Promise<{ event: Type; change: Partial<Appeal>; payload?: Payload }>,
  ): Promise<void> {
    return this.db.transaction(async (em) => {
      const appeal = await em.findOne(Appeal, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!appeal) throw refuse(KERNEL_ERRORS, 'object.missing');
      const standing = await this.access.standing(reader, appeal.forumId, em);
      if (!maySeeAppeal(standing, appeal)) throw refuse(KERNEL_ERRORS, 'object.missing');
      permit(mayCompile(standing), reader);
      const { event, change, payload } = await decide(em, appeal, seated(standing));
      await this.save(em, appeal, change, event, accountOf(reader).id, payload);
    });
  }

  async save(
    em: EntityManager,
    appeal: Appeal,
    change: Partial<Appeal>,
    event: Type,
    actorId: string | null,
    payload: Payload = {},
  ): Promise<void> {
    const version = appeal.version + 1;
    await em.save(Appeal, { ...appeal, ...change, version });
    await this.tell(em, appeal, version, event, actorId, payload);
  }

  /** The version lets a job know, when it is done, whether anybody still waits for it. */
  tell(
    em: EntityManager,
    { id, forumId }: Pick<Appeal, 'id' | 'forumId'>,
    version: number,
    type: Type,
    actorId: string | null,
    payload: Payload = {},
  ): Promise<void> {
    return this.events.append(em, {
      forumId,
      type,
      subject: { kind: 'appeal', id },
      actorId,
      payload: { ...payload, version },
    });
  }
}
