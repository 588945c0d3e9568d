import { DataSource } from 'typeorm';
import { City } from '../../src/forum/city.entity.js';
import { Delegation } from '../../src/forum/delegation.entity.js';
import { Forum } from '../../src/forum/forum.entity.js';
import { Participant } from '../../src/forum/participant.entity.js';
import { Topic } from '../../src/forum/topic.entity.js';
import { Account } from '../../src/identity/account.entity.js';
import { SignIn } from '../../src/identity/sign-in.entity.js';
import { hashSecret, newId, newSecret } from '../../src/kernel/ids.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { Session } from '../../src/program/session.entity.js';
import { Poll } from '../../src/voting/poll.entity.js';
import type { PollTerms, PollView } from '../../src/voting/polls.contract.js';
import { Round } from '../../src/voting/round.entity.js';
import { completeTerms } from '../../src/voting/terms.js';
import { BrowserClient } from './browser-client.js';
import { inAll, makeDelegation, makeForum } from './people.js';

const ENTITIES = [Account, City, Delegation, Forum, Participant, Poll, Round, Session, SignIn, Topic];
const DAY_MS = 86_400_000;
const CITIES = 20;

export interface Voter {
  readonly email: string;
  readonly participantId: string;
  readonly client: BrowserClient;
}

export interface VotingHall {
  readonly slug: string;
  readonly pollId: string;
  readonly roundId: string;
  readonly chair: BrowserClient;
  readonly voters: readonly Voter[];
}

/** The database of an app that runs as a process of its own. */
export function connectTo(url: string): Promise<DataSource> {
  return new DataSource({ ...dataSourceOptions(url, 3), entities: ENTITIES }).initialize();
}

/**
 * A running session with a poll that waits to be opened, and delegates of twenty cities (weights 1 to 3) with
 * accounts. `signedIn` gives each a sign-in; without, they have to sign in by themselves.
 */
export async function makeVotingHall(
  db: DataSource,
  url: string,
  {
    voters: count,
    signedIn = true,
    terms = {},
  }: { voters: number; signedIn?: boolean; terms?: Partial<PollTerms> },
): Promise<VotingHall> {
  const forum = await makeForum({ db });
  const delegations: Delegation[] = [];
  for (let i = 0; i < CITIES; i++)
    delegations.push(await makeDelegation({ db }, forum.id, String(1 + (i % 3))));
  const chair = person(url, forum.id, null);
  const voters = Array.from({ length: count }, (_, i) =>
    person(url, forum.id, delegations[i % CITIES]?.id ?? null),
  );
  const everyone = [chair, ...voters];
  await db.manager.insert(
    Account,
    everyone.map(({ account }) => account),
  );
  await db.manager.insert(
    Participant,
    everyone.map(({ participant }) => participant),
  );
  await db.manager.insert(SignIn, (signedIn ? everyone : [chair]).map(signInOf));
  const poll = await makePoll(db, forum.id, voters[0]?.participant.id as string, terms);
  return {
    slug: forum.slug,
    ...poll,
    chair: chair.client,
    voters: voters.map(({ account, participant, client }) => ({
      email: account.email as string,
      participantId: participant.id,
      client,
    })),
  };
}

/** Opens the poll as the chair does. */
export async function openPoll({ chair, pollId }: VotingHall, asked: object = {}): Promise<void> {
  const { status, body } = await chair.post<PollView>(`/api/v1/polls/${pollId}/open`, {
    version: 1,
    ...asked,
  });
  if (status !== 200) throw new Error(`the poll did not open: ${JSON.stringify(body)}`);
}

export async function closePoll({ chair, pollId }: VotingHall): Promise<PollView> {
  const { body: poll } = await chair.get<PollView>(`/api/v1/polls/${pollId}`);
  const { status, body } = await chair.post<PollView>(`/api/v1/polls/${pollId}/close`, {
    version: poll.version,
  });
  if (status !== 200) throw new Error(`the poll did not close: ${JSON.stringify(body)}`);
  return body;
}

let made = 0;

function person(url: string, forumId: string, delegationId: string | null) {
  const createdAt = new Date();
  const account: Account = {
    id: newId(),
    email: `voter${++made}@example.org`,
    name: `Voter ${made}`,
    locale: 'fr',
    passwordHash: null,
    operator: false,
    createdAt,
    erasedAt: null,
  };
  const participant = {
    id: newId(),
    forumId,
    accountId: account.id,
    role: delegationId ? ('delegate' as const) : ('moderator' as const),
    delegationId,
    head: false,
    createdAt,
  };
  return { account, participant, client: new BrowserClient(url), token: newSecret() };
}

function signInOf({ account, client, token }: ReturnType<typeof person>) {
  const now = new Date();
  client.cookie = `nidaa=${token}`;
  return {
    id: newId(),
    accountId: account.id,
    tokenHash: hashSecret(token),
    device: 'test',
    createdAt: now,
    seenAt: now,
    expiresAt: new Date(now.getTime() + DAY_MS),
  };
}

/**
 * As `preparePoll` leaves it: the proposal is with the vote, the poll is a draft, the session runs. Other methods
 * than a motion are put on the proposal too, which only the preparation would refuse.
 */
async function makePoll(
  db: DataSource,
  forumId: string,
  authorId: string,
  terms: Partial<PollTerms>,
): Promise<{ pollId: string; roundId: string }> {
  const [sessionId, proposalId, pollId, roundId] = [newId(), newId(), newId(), newId()];
  const createdAt = new Date();
  await db.manager.insert(Session, {
    id: sessionId,
    forumId,
    kind: 'plenary',
    title: inAll('Vote'),
    place: '',
    startsAt: createdAt,
    endsAt: new Date(createdAt.getTime() + DAY_MS),
    state: 'running',
    version: 1,
    createdAt,
  });
  await db.query(
    `INSERT INTO proposal (id, forum_id, number, author_id, lang, state, submitted_at)
     VALUES ($1, $2, 1, $3, 'fr', 'voted', now())`,
    [proposalId, forumId, authorId],
  );
  await db.query(
    `INSERT INTO proposal_text (proposal_id, lang, title, paragraphs, plain)
     SELECT $1, lang, 'Budget', '[{"id":"F1RST000","kind":"text","html":"Budget"}]', 'Budget' FROM unnest(ARRAY['ar','fr','en']) AS lang`,
    [proposalId],
  );
  await db.manager.insert(Poll, {
    id: pollId,
    forumId,
    sessionId,
    subjectKind: 'proposal',
    subjectId: proposalId,
    question: inAll('Budget'),
    textHashes: {},
    holdsSubject: true,
    terms: completeTerms({ rule: { majority: 'simple', base: 'votes' }, ...terms }),
    rounds: 1,
    version: 1,
    createdAt,
  });
  await db.manager.insert(Round, { id: roundId, pollId, sessionId, number: 1, state: 'draft', entitled: 0 });
  return { pollId, roundId };
}
