import { Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import { DataSource } from 'typeorm';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { Events } from '../platform/events/events.service.js';
import { StoredFile } from '../platform/files/file.entity.js';
import { Files } from '../platform/files/files.service.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import type { Upload } from '../platform/http/upload.js';
import { mayManage } from './forum.abilities.js';
import { FORUM_ERRORS } from './forum.contract.js';
import { Forum } from './forum.entity.js';
import { ForumAccess } from './forum-access.js';

/** Pictures of dots only: an SVG is a document that can run scripts. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp']);

/** The picture that stands for a forum. */
@Injectable()
export class Emblems {
  constructor(
    private readonly db: DataSource,
    private readonly events: Events,
    private readonly files: Files,
    private readonly access: ForumAccess,
  ) {}

  /** Stores a new emblem. What it is, its first bytes say, not its name; `file.type` for anything but a picture. */
  async setEmblem(reader: Reader, slug: string, read: () => Promise<Upload>): Promise<void> {
    const { forum, standing } = await this.access.enter(reader, slug);
    permit(mayManage(standing), reader);
    const { name, bytes } = await read();
    const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? '';
    if (!PICTURES.has(mediaType)) throw refuse(FORUM_ERRORS, 'file.type');
    await this.db.transaction(async (em) => {
      const locked = await em.findOneOrFail(Forum, {
        where: { id: forum.id },
        lock: { mode: 'for_no_key_update' },
      });
      const file = await this.files.store(em, { forumId: forum.id, name, mediaType, bytes });
      await em.update(Forum, { id: forum.id }, { emblemFileId: file.id, version: locked.version + 1 });
      await this.events.append(em, {
        forumId: forum.id,
        type: 'forum.changed',
        subject: { kind: 'forum', id: forum.id },
        actorId: accountOf(reader).id,
      });
    });
  }

  /** The emblem's file, or `object.missing`. */
  async emblem(slug: string): Promise<StoredFile> {
    const forum = await this.db.manager.findOneBy(Forum, { slug });
    const file =
      forum?.emblemFileId && (await this.db.manager.findOneBy(StoredFile, { id: forum.emblemFileId }));
    if (!file) throw refuse(KERNEL_ERRORS, 'object.missing');
    return file;
  }
}
