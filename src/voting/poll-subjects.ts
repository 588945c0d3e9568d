import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { refuse } from '../kernel/errors.js';
import type { Localized } from '../kernel/localized.js';
import { VOTING_ERRORS } from './voting.contract.js';

/** A subject that another's adoption or rejection has settled, with the reason that stands on its poll. */
export interface FallenSubject {
  readonly kind: string;
  readonly id: string;
  readonly reason: string;
}

/**
 * What a higher room offers to be voted on. Each method runs in the poll's transaction, so that the poll and
 * its subject move together or not at all.
 */
export interface PollSubject {
  /** Locks the subject and takes it to the vote: from now on its text stands still. Refuses what cannot be voted on. */
  prepare(
    em: EntityManager,
    subject: { forumId: string; id: string; actorId: string | null },
  ): Promise<{ question: Localized; textHashes: Readonly<Record<string, string>> }>;
  /** What is frozen when the poll opens: the hash of the text as it then is, in each language. */
  textHashes(em: EntityManager, id: string): Promise<Readonly<Record<string, string>>>;
  /** The poll was closed: the subject is adopted or rejected. Answers what cannot be voted on any more by that. */
  decided(
    em: EntityManager,
    subject: { id: string; adopted: boolean; actorId: string | null },
  ): Promise<readonly FallenSubject[]>;
  /** The poll was annulled: the subject may be put to the vote again. */
  released(em: EntityManager, subject: { id: string; actorId: string | null }): Promise<void>;
}

/** The port through which higher rooms register what can be voted on. */
@Injectable()
export class PollSubjects {
  private readonly kinds = new Map<string, PollSubject>();

  register(kind: string, subject: PollSubject): void {
    this.kinds.set(kind, subject);
  }

  of(kind: string): PollSubject {
    const subject = this.kinds.get(kind);
    if (!subject) throw refuse(VOTING_ERRORS, 'poll.subject');
    return subject;
  }
}
