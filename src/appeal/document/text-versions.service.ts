import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Authors } from '../../forum/authors.js';
import { Clock } from '../../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import type { Reader } from '../../platform/http/reader.js';
import type { Appeal } from '../appeal.entity.js';
import { AppealEdits } from '../appeal-edits.js';
import { DocumentAccess } from './document-access.js';
import { DocumentVersion } from './document-version.entity.js';
import { Documents } from './documents.service.js';
import type { ProjectedClause } from './projection.js';
import { restoreClauses } from './restore-clauses.js';
import { presentTextVersion, presentVersionSummary } from './text-version.presenter.js';
import type { KeepTextVersion, TextVersion, TextVersionSummary } from './versions.contract.js';

/** A version's name, the number of the one that it brings back, and that one's clauses. */
interface Wanted {
  readonly name: string;
  readonly restored: number | null;
  readonly clauses?: readonly ProjectedClause[];
}

/** Named states of a draft's text: kept, looked at, and brought back as a further one. Nothing is taken back. */
@Injectable()
export class TextVersions {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly authors: Authors,
    private readonly access: DocumentAccess,
    private readonly edits: AppealEdits,
    private readonly documents: Documents,
  ) {}

  /** All of them, the latest first. */
  async list(reader: Reader, appealId: string): Promise<TextVersionSummary[]> {
    await this.access.enter(reader, appealId);
    const versions = await this.db.manager.find(DocumentVersion, {
      select: {
        appealId: true,
        number: true,
        name: true,
        restored: true,
        participantId: true,
        madeAt: true,
      },
      where: { appealId },
      order: { number: 'DESC' },
    });
    const authors = await this.authors.of(versions.map(({ participantId }) => participantId));
    return versions.map((version) => presentVersionSummary(version, authors));
  }

  async show(reader: Reader, appealId: string, number: number): Promise<TextVersion> {
    await this.access.enter(reader, appealId);
    const version = await this.find(this.db.manager, appealId, number);
    return presentTextVersion(version, await this.authors.of([version.participantId]));
  }

  /** Gives the text as it stands a name. */
  async keep(reader: Reader, appealId: string, { name }: KeepTextVersion): Promise<TextVersion> {
    return this.make(reader, appealId, async () => ({ name, restored: null }));
  }

  /** Brings a version's text back: as an edit like any other, kept as the next version. */
  async restore(reader: Reader, appealId: string, number: number): Promise<TextVersion> {
    return this.make(reader, appealId, async (em) => {
      const { name, clauses } = await this.find(em, appealId, number);
      return { name, restored: number, clauses };
    });
  }

  /** The same within a transaction that holds the appeal's row; answers the version's number. */
  async keepIn(
    em: EntityManager,
    appeal: Appeal,
    participantId: string,
    { name, restored, clauses }: Wanted,
  ): Promise<number> {
    const now = await this.documents.change(em, appeal, participantId, ({ doc }) => {
      if (clauses) restoreClauses(doc, appeal.lang, clauses);
      return undefined;
    });
    const last = await em.maximum(DocumentVersion, 'number', { appealId: appeal.id });
    const number = (last ?? 0) + 1;
    await em.insert(DocumentVersion, {
      ...{ appealId: appeal.id, number, name, restored, participantId },
      clauses: now as object[],
      madeAt: this.clock.now(),
    });
    return number;
  }

  private async make(
    reader: Reader,
    appealId: string,
    wanted: (em: EntityManager) => Promise<Wanted>,
  ): Promise<TextVersion> {
    let number = 0;
    await this.edits.edit(reader, appealId, 'text-version.kept', async (em, appeal, { participant }) => {
      number = await this.keepIn(em, appeal, participant.id, await wanted(em));
      return undefined;
    });
    return this.show(reader, appealId, number);
  }

  private async find(em: EntityManager, appealId: string, number: number): Promise<DocumentVersion> {
    const version = await em.findOneBy(DocumentVersion, { appealId, number });
    if (!version) throw refuse(KERNEL_ERRORS, 'object.missing');
    return version;
  }
}
