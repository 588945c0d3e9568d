import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { mayCompile } from '../../forum/forum.abilities.js';
import { Forum } from '../../forum/forum.entity.js';
import { ForumAccess } from '../../forum/forum-access.js';
import { Clock } from '../../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { Events } from '../../platform/events/events.service.js';
import { accountOf, permit, type Reader } from '../../platform/http/reader.js';
import { contradicts } from './glossary.js';
import { GlossaryTerm } from './glossary-term.entity.js';
import { type AddTerm, type GlossaryView, LANGUAGE_ERRORS, TERMS_MAX } from './languages.contract.js';
import { presentTerm } from './languages.presenter.js';

/** Terms that a forum always renders in the same way. */
@Injectable()
export class Glossary {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: ForumAccess,
    private readonly events: Events,
  ) {}

  async list(reader: Reader, slug: string): Promise<GlossaryView> {
    const { forum, standing } = await this.access.enter(reader, slug);
    const terms = await this.db.manager.find(GlossaryTerm, {
      where: { forumId: forum.id },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return { items: terms.map(presentTerm), abilities: { edit: mayCompile(standing) } };
  }

  async add(reader: Reader, slug: string, { words }: AddTerm): Promise<GlossaryView> {
    const { forum, standing } = await this.access.enter(reader, slug);
    permit(mayCompile(standing), reader);
    await this.db.transaction(async (em) => {
      // The forum's row: of two at once, the second counts the first.
      await em.findOne(Forum, { where: { id: forum.id }, lock: { mode: 'for_no_key_update' } });
      const known = await em.findBy(GlossaryTerm, { forumId: forum.id });
      if (known.length >= TERMS_MAX) throw refuse(LANGUAGE_ERRORS, 'glossary.full');
      if (known.some((each) => contradicts(each.words, words)))
        throw refuse(LANGUAGE_ERRORS, 'glossary.contradiction');
      const term = { id: newId(), forumId: forum.id, words, createdAt: this.clock.now() };
      await em.insert(GlossaryTerm, term);
      await this.events.append(em, {
        forumId: forum.id,
        type: 'glossary.changed',
        subject: { kind: 'glossary-term', id: term.id },
        actorId: accountOf(reader).id,
      });
    });
    return this.list(reader, slug);
  }

  async remove(reader: Reader, slug: string, id: string): Promise<GlossaryView> {
    const { forum, standing } = await this.access.enter(reader, slug);
    permit(mayCompile(standing), reader);
    await this.db.transaction(async (em) => {
      const { affected } = await em.delete(GlossaryTerm, { id, forumId: forum.id });
      if (!affected) throw refuse(KERNEL_ERRORS, 'object.missing');
      await this.events.append(em, {
        forumId: forum.id,
        type: 'glossary.changed',
        subject: { kind: 'glossary-term', id },
        actorId: accountOf(reader).id,
      });
    });
    return this.list(reader, slug);
  }
}
