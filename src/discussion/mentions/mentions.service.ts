import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { refuse } from '../../kernel/errors.js';
import { isLang } from '../../kernel/localized.js';
import { Events } from '../../platform/events/events.service.js';
import { plainOf } from '../../platform/http/clean-text.js';
import { DISCUSSION_ERRORS, DISCUSSION_LIMITS } from '../discussion.contract.js';
import { type Mention, markMentions, nameMentions } from './marks.js';
import { MentionedNames } from './mentioned-names.js';
import { type Called, mentionedByName, OPENING, openingsIn } from './names-in-text.js';

export interface ReadWords {
  /** Clean HTML with mentions as empty marks. */
  readonly body: string;
  /** Its words as everybody may read them. */
  readonly plain: string;
  readonly mentions: readonly Mention[];
}

/** In what people are mentioned: each has its column in the table, and its event, `<kind>.mentioned`. */
export type MentioningKind = 'post' | 'comment' | 'proposal';

const COLUMN: Readonly<Record<MentioningKind, string>> = {
  post: 'post_id',
  comment: 'comment_id',
  proposal: 'proposal_id',
};

/** What mentions somebody. */
export interface MentioningSubject {
  readonly kind: MentioningKind;
  readonly id: string;
  readonly forumId: string;
}

/** Who is mentioned in what people write: read from their words, kept as rows, told by an event. */
@Injectable()
export class Mentions {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly names: MentionedNames,
  ) {}

  /**
   * A clean body, its words, and whom it mentions. Markup without a word in it says nothing: `post.empty`.
   * Of another forum, or nobody: `mention.unknown`; more than twenty: `mention.too-many`.
   */
  async read(
    em: EntityManager,
    { forumId, lang }: { readonly forumId: string; readonly lang: string },
    html: string,
  ): Promise<ReadWords> {
    const { body, mentions } = markMentions(html);
    if (mentions.length > DISCUSSION_LIMITS.mentions) throw refuse(DISCUSSION_ERRORS, 'mention.too-many');
    if (!(await areIn(em, forumId, mentions))) throw refuse(DISCUSSION_ERRORS, 'mention.unknown');
    const nameOf = await this.names.of(mentions, em);
    const as = { lang: isLang(lang) ? lang : 'en', insider: false } as const;
    const plain = plainOf(nameMentions(body, (mention) => nameOf(mention, as)));
    if (!plain) throw refuse(DISCUSSION_ERRORS, 'post.empty');
    return { body, plain, mentions };
  }

  /**
   * Whom a plain text mentions by name: people and delegations of the forum, these by the name of their city in the
   * text's language. The first twenty; what is only text is never refused for whom it names.
   */
  async find(
    em: EntityManager,
    { forumId, lang }: { readonly forumId: string; readonly lang: string },
    text: string,
  ): Promise<readonly Mention[]> {
    const openings = openingsIn(text);
    if (openings.length === 0) return [];
    const people = await calledIn(em, forumId, lang, openings);
    return mentionedByName(text, people).slice(0, DISCUSSION_LIMITS.mentions);
  }

  /** Keeps the rows of what mentions as its words are. Who is new among them will be told. */
  async keep(
    em: EntityManager,
    { kind, id, forumId }: MentioningSubject,
    mentions: readonly Mention[],
    actorId: string | null,
  ): Promise<void> {
    const column = COLUMN[kind];
    const ids = [idsOf(mentions, 'participant'), idsOf(mentions, 'delegation')];
    await em.query(
      `DELETE FROM mention WHERE ${column} = $1
          AND NOT coalesce(participant_id = ANY($2::uuid[]), delegation_id = ANY($3::uuid[]))`,
      [id, ...ids],
    );
    const added: unknown[] = await em.query(
      `INSERT INTO mention (id, forum_id, ${column}, participant_id, delegation_id, mentioned_at)
       SELECT gen_random_uuid(), $1, $2, participant_id, delegation_id, $5
         FROM (SELECT unnest($3::uuid[]) AS participant_id, NULL::uuid AS delegation_id
               UNION ALL SELECT NULL, unnest($4::uuid[])) AS whom
       ON CONFLICT DO NOTHING RETURNING id`,
      [forumId, id, ...ids, this.clock.now()],
    );
    if (added.length === 0) return;
    await this.events.append(em, { forumId, type: `${kind}.mentioned`, subject: { kind, id }, actorId });
  }
}

const idsOf = (mentions: readonly Mention[], wanted: Mention['kind']): string[] =>
  mentions.filter(({ kind }) => kind === wanted).map(({ id }) => id);

async function areIn(em: EntityManager, forumId: string, mentions: readonly Mention[]): Promise<boolean> {
  if (mentions.length === 0) return true;
  const [{ found }] = await em.query(
    `SELECT (SELECT count(*) FROM participant WHERE forum_id = $1 AND id = ANY($2::uuid[]))::int
          + (SELECT count(*) FROM delegation WHERE forum_id = $1 AND id = ANY($3::uuid[]))::int AS found`,
    [forumId, idsOf(mentions, 'participant'), idsOf(mentions, 'delegation')],
  );
  return found === mentions.length;
}

/** Who is in a forum whose name begins in one of these ways. Who is suspended too: their name is nobody else's. */
async function calledIn(
  em: EntityManager,
  forumId: string,
  lang: string,
  openings: readonly string[],
): Promise<readonly Called[]> {
  const rows: { name: string; kind: Mention['kind']; id: string }[] = await em.query(
    `SELECT called.* FROM (
       SELECT a.name, 'participant' AS kind, p.id
         FROM participant p JOIN account a ON a.id = p.account_id WHERE p.forum_id = $1
       UNION ALL
       SELECT city.name ->> $2, 'delegation', d.id
         FROM delegation d JOIN city ON city.id = d.city_id WHERE d.forum_id = $1) called
      WHERE left(called.name, $4) = ANY($3::text[])`,
    [forumId, lang, openings, OPENING],
  );
  return rows.map(({ name, kind, id }) => ({ name, mention: { kind, id } }));
}
