import { newId } from '../../src/kernel/ids.js';
import { countRound } from '../../src/voting/counting/count-round.js';
import type { Choice } from '../../src/voting/counting/counting.contract.js';
import { hashDefinition } from '../../src/voting/counting/record.js';
import type { TestApp } from './app.js';
import { inAll, type Person } from './people.js';
import { makeDefinition, makeRound, rollLine } from './records.js';

interface Hall {
  readonly forum: { readonly id: string };
  readonly topic: { readonly id: string };
}

/** A proposal as the forum has it after its author submitted it and a moderator admitted it. */
export async function makeProposal(
  { db }: TestApp,
  { forum, topic }: Hall,
  author: Person,
  texts: Partial<Record<string, { title: string; text: string }>>,
  { state = 'admitted', number }: { state?: string; number: number },
): Promise<string> {
  const id = newId();
  const lang = Object.keys(texts)[0];
  await db.query(
    `INSERT INTO proposal (id, forum_id, number, topic_id, author_id, lang, state, submitted_at, admitted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, now(), CASE WHEN $7 IN ('draft', 'submitted', 'returned') THEN NULL ELSE now() END)`,
    [id, forum.id, number, topic.id, author.participantId, lang, state],
  );
  for (const [of, text] of Object.entries(texts))
    await db.query(
      'INSERT INTO proposal_text (proposal_id, lang, title, paragraphs, plain) VALUES ($1, $2, $3, $4, $5)',
      [id, of, text?.title, JSON.stringify([{ id: 'F1RST000', kind: 'text', html: text?.text }]), text?.text],
    );
  return id;
}

export async function endorse(
  { db }: TestApp,
  forumId: string,
  proposalId: string,
  ...people: readonly Person[]
): Promise<void> {
  for (const { participantId } of people)
    await db.query('INSERT INTO endorsement (forum_id, proposal_id, participant_id) VALUES ($1, $2, $3)', [
      forumId,
      proposalId,
      participantId,
    ]);
}

/** A thread with its posts, each by an author. */
export async function makeThread(
  { db }: TestApp,
  { forum, topic }: Hall,
  title: string,
  posts: readonly { readonly author: Person; readonly lang: string; readonly text: string }[],
): Promise<string[]> {
  const threadId = newId();
  await db.query(
    'INSERT INTO thread (id, forum_id, topic_id, author_id, title, lang) VALUES ($1, $2, $3, $4, $5, $6)',
    [threadId, forum.id, topic.id, posts[0]?.author.participantId, title, posts[0]?.lang],
  );
  const ids: string[] = [];
  for (const { author, lang, text } of posts) {
    const id = newId();
    await db.query(
      `INSERT INTO post (id, forum_id, thread_id, author_id, body, plain, lang) VALUES ($1, $2, $3, $4, $5, $5, $6)`,
      [id, forum.id, threadId, author.participantId, text, lang],
    );
    ids.push(id);
  }
  return ids;
}

/** A vote on a proposal as it stands after its close: roll, ballots and result as the voting room seals them. */
export async function makeVote(
  { db }: TestApp,
  { forum }: Hall,
  proposalId: string,
  votes: readonly { readonly voter: Person; readonly choice: Choice }[],
): Promise<{ pollId: string; roundId: string }> {
  const definition = makeDefinition(
    votes.map(({ voter: { participantId } }) => rollLine(participantId)),
    {
      subject: { kind: 'proposal', id: proposalId, textHashes: {} },
      terms: { rule: { majority: 'simple', base: 'votes' } },
    },
  );
  const round = makeRound(
    definition,
    votes.map(({ voter, choice }) => [voter.participantId, { choice }]),
  );
  const { pollId, roundId, question, roll } = definition;
  const session = newId();
  await db.query(
    `INSERT INTO session (id, forum_id, kind, title, starts_at, ends_at, state)
     VALUES ($1, $2, 'plenary', $3, now(), now() + interval '1 hour', 'running')`,
    [session, forum.id, inAll('Plenary')],
  );
  await db.query(
    `INSERT INTO poll (id, forum_id, session_id, subject_kind, subject_id, question, text_hashes, terms)
     VALUES ($1, $2, $3, 'proposal', $4, $5, '{}', $6)`,
    [
      pollId,
      forum.id,
      session,
      proposalId,
      question,
      { ...definition.terms, circle: [], publication: 'at-close' },
    ],
  );
  await db.query(
    `INSERT INTO round (id, poll_id, session_id, number, state, secrecy, definition, definition_hash, entitled,
                        opened_at, closed_at, published_at, result)
     VALUES ($1, $2, $3, 1, 'published', 'named', $4, $5, $6, $7, $8, $8, $9)`,
    [
      roundId,
      pollId,
      session,
      definition,
      hashDefinition(definition),
      roll.length,
      round.openedAt,
      round.closedAt,
      countRound(round),
    ],
  );
  for (const { code, ballot, voterId } of round.ballots) {
    await db.query(`INSERT INTO roll_entry (round_id, voter_id, weight) VALUES ($1, $2, '1')`, [
      roundId,
      voterId,
    ]);
    await db.query(
      `INSERT INTO roll_actor (round_id, voter_id, participant_id, acts_as) VALUES ($1, $2, $2, 'self')`,
      [roundId, voterId],
    );
    await db.query('INSERT INTO voted (round_id, voter_id, caster_id, key) VALUES ($1, $2, $2, $3)', [
      roundId,
      voterId,
      newId(),
    ]);
    await db.query(
      `INSERT INTO ballot (round_id, code, content, weight, voter_id, cast_at) VALUES ($1, $2, $3, '1', $4, now())`,
      [roundId, code, ballot, voterId],
    );
  }
  return { pollId, roundId };
}
