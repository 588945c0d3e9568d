import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { signingKey } from '../../kernel/signing.js';
import { Config } from '../../platform/config/config.js';
import { EventDispatcher } from '../../platform/events/event-dispatcher.js';
import { Files } from '../../platform/files/files.service.js';
import { Secrets } from '../../platform/files/secrets.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Log } from '../../platform/observability/log.js';
import { Records } from '../../voting/records.js';
import { blocking } from '../adoption/obstacles.js';
import { Appeal } from '../appeal.entity.js';
import { canMove } from '../appeal.states.js';
import { AppealEdits } from '../appeal-edits.js';
import { AppealFacts } from '../appeal-facts.js';
import { AppealProgress } from '../appeal-progress.js';
import { Release, ReleaseFile } from '../release.entity.js';
import { pack } from './archive.js';
import { type Documents, readDocuments } from './document.js';
import { filesOf } from './files-of.js';
import type { Manifest } from './release.format.js';
import { mediaTypeOf, ZIP } from './release-files.js';
import { type Sealed, seal } from './seal.js';
import { readSuperseded } from './superseded.js';

const RELEASE = 'appeal.release';

/** Prints and seals: everything that a release consists of is made here, as a job, and published at once. */
@Injectable()
export class Press implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly secrets: Secrets,
    private readonly files: Files,
    private readonly dispatcher: EventDispatcher,
    private readonly jobs: Jobs,
    private readonly records: Records,
    private readonly edits: AppealEdits,
    private readonly facts: AppealFacts,
    private readonly progress: AppealProgress,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(RELEASE, ({ id, version }) => this.release(id as string, Number(version)));
    this.dispatcher.consume('appeal.release', async ({ type, subjectId: id, payload }) => {
      const version = String(payload.version);
      if (type === 'appeal.release-started')
        await this.jobs.enqueue(RELEASE, { id, version }, { key: `${id}.${version}` });
    });
  }

  private async release(id: string, version: number): Promise<void> {
    const appeal = await this.db.manager.findOneBy(Appeal, { id, version, state: 'publishing' });
    if (!appeal) return;
    try {
      const read = await this.db.transaction('REPEATABLE READ', (em) => this.read(em, appeal));
      if ('missing' in read) return await this.giveUp(appeal, read.missing);
      const sealed = await this.print(appeal, read);
      await this.publish(appeal, sealed);
    } catch (error) {
      this.log.error({ err: error, appealId: id }, 'a release failed');
      await this.giveUp(appeal, 'service.failed');
    }
  }

  /** The documents of one moment, or what has come to be missing since the publication was asked for. */
  private async read(
    em: EntityManager,
    appeal: Appeal,
  ): Promise<{ missing: string } | (Documents & { about: Omit<Manifest, 'format' | 'files'> })> {
    const missing = blocking(await this.facts.missing(appeal, em), 'publication');
    if (missing[0]) return { missing: missing[0].code };
    const publishedAt = this.clock.now();
    const documents = await readDocuments(em, appeal, await this.facts.of(appeal, em), {
      publishedAt,
      origin: this.config.publicUrl,
      superseded: await readSuperseded(em, this.files, appeal),
    });
    const [head]: { seq: string; hash: string }[] = await em.query(
      'SELECT seq, hash FROM event WHERE forum_id = $1 AND hash IS NOT NULL ORDER BY seq DESC LIMIT 1',
      [appeal.forumId],
    );
    const about = {
      slug: appeal.slug,
      number: (await em.countBy(Release, { appealId: appeal.id })) + 1,
      publishedAt: publishedAt.toISOString(),
      log: head ? { seq: Number(head.seq), hash: head.hash } : null,
    };
    return { ...documents, about };
  }

  private async print(
    appeal: Appeal,
    { about, ...documents }: Documents & { about: Omit<Manifest, 'format' | 'files'> },
  ): Promise<Sealed> {
    const records = await Promise.all(documents.appeal.polls.map(({ id }) => this.records.ofRound(id)));
    await this.progress.report(appeal, 20);
    const files = await filesOf(documents, records);
    await this.progress.report(appeal, 90);
    return seal(files, about, signingKey(this.secrets.key('release-signing')));
  }

  private publish(appeal: Appeal, { files, manifest, manifestHash, signature }: Sealed): Promise<void> {
    return this.finish(appeal, async (em, held) => {
      const publishedAt = new Date(manifest.publishedAt);
      const release = {
        id: newId(),
        appealId: held.id,
        number: manifest.number,
        manifest,
        manifestHash,
        signature: signature.signature,
        publicKey: signature.publicKey,
        publishedAt,
      };
      await em.insert(Release, release);
      for (const [path, bytes] of [...files, [ZIP, pack(files)] as const]) {
        const name = path === ZIP ? `${held.slug}.zip` : path;
        const file = { forumId: held.forumId, name, mediaType: mediaTypeOf(path), bytes };
        const { id: fileId } = await this.files.store(em, file);
        await em.insert(ReleaseFile, { releaseId: release.id, path, fileId });
      }
      const change = { state: 'published', progress: 100, publishedAt } as const;
      await this.edits.save(em, held, change, 'appeal.published', null);
      if (held.supersedesId !== null) await this.supersede(em, held.supersedesId);
    });
  }

  /** The release before stays where it is, and says from now on what took its place. */
  private async supersede(em: EntityManager, id: string): Promise<void> {
    const before = await em.findOneOrFail(Appeal, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!canMove(before.state, 'supersede')) throw new Error('what is corrected is not what is out');
    await this.edits.save(em, before, { state: 'superseded' }, 'appeal.superseded', null);
  }

  private giveUp(appeal: Appeal, error: string): Promise<void> {
    return this.finish(appeal, (em, held) =>
      this.edits.save(em, held, { state: 'adopted', progress: 100, error }, 'appeal.release-failed', null),
    );
  }

  private finish(appeal: Appeal, work: (em: EntityManager, held: Appeal) => Promise<void>): Promise<void> {
    return this.db.transaction(async (em) => {
      const held = await em.findOne(Appeal, {
        where: { id: appeal.id, version: appeal.version, state: 'publishing' },
        lock: { mode: 'pessimistic_write' },
      });
      if (held) await work(em, held);
    });
  }
}
