import type { AppealView } from '../../src/appeal/appeal.contract.js';
import type { LanguagesView } from '../../src/appeal/languages/languages.contract.js';
import { LANGS } from '../../src/kernel/localized.js';
import type { SessionView } from '../../src/program/program.contract.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import type { BrowserClient } from './browser-client.js';
import type { Debate } from './debate.js';
import { castVote, SIMPLE } from './polls.js';

/** Who takes part: a chair and two who vote. */
type Hall = Pick<Debate['hall'], 'moderator' | 'delegate' | 'otherDelegate'> & {
  readonly forum: { readonly slug: string };
};

/** Asks, and throws what is refused. */
function asking(client: BrowserClient) {
  return async <T>(method: string, address: string, body?: object): Promise<T> => {
    const reply = await client.send<T>(method, address, body);
    if (reply.status >= 300) throw new Error(`${address}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  };
}

/** Gives every clause words in each language. */
export async function translateAll({ moderator }: Pick<Hall, 'moderator'>, id: string): Promise<void> {
  const ask = asking(moderator.client);
  const one = `/api/v1/appeals/${id}`;
  const { clauses } = await ask<AppealView>('GET', one);
  for (const clause of clauses) {
    const words = Object.values(clause.texts)[0] ?? '';
    const lacking = LANGS.filter((lang) => !clause.texts[lang]).map((lang) => [lang, words]);
    if (lacking.length === 0) continue;
    const texts = Object.fromEntries(lacking);
    await ask('PATCH', `${one}/clauses/${clause.id}`, { texts, version: clause.version });
  }
}

/** The same, and has the moderator stand for all of them. */
export async function approveAll(hall: Pick<Hall, 'moderator'>, id: string): Promise<void> {
  await translateAll(hall, id);
  const ask = asking(hall.moderator.client);
  const one = `/api/v1/appeals/${id}`;
  for (const lang of LANGS) {
    const { version } = await ask<LanguagesView>('GET', `${one}/languages`);
    await ask('PUT', `${one}/approvals/${lang}`, { version });
  }
}

/** Takes a draft through review to the vote: it waits for its poll. */
export async function putToAdoption(hall: Pick<Hall, 'moderator'>, id: string): Promise<AppealView> {
  await approveAll(hall, id);
  const ask = asking(hall.moderator.client);
  const one = `/api/v1/appeals/${id}`;
  const { version } = await ask<AppealView>('GET', one);
  const reviewed = await ask<AppealView>('POST', `${one}/review`, { version });
  return ask('POST', `${one}/adoption`, { version: reviewed.version });
}

interface Subject {
  readonly kind: 'appeal' | 'clause' | 'clause-amendment';
  readonly id: string;
}

/** Opens a poll on the appeal or a part of it, in the session that is running: both delegates say the same. */
export async function votedOn(hall: Hall, subject: Subject, choice: 'yes' | 'no' = 'yes'): Promise<PollView> {
  const ask = asking(hall.moderator.client);
  const { items } = await ask<{ items: SessionView[] }>('GET', `/api/v1/forums/${hall.forum.slug}/sessions`);
  const sessionId = items.find(({ state }) => state === 'running')?.id;
  const body = { sessionId, subject, terms: { rule: SIMPLE } };
  const poll = await ask<PollView>('POST', `/api/v1/forums/${hall.forum.slug}/polls`, body);
  const opened = await ask<PollView>('POST', `/api/v1/polls/${poll.id}/open`, { version: poll.version });
  for (const person of [hall.delegate, hall.otherDelegate]) {
    const { status } = await castVote(opened, person, { choice });
    if (status >= 300) throw new Error(`a vote was refused: ${status}`);
  }
  return ask('GET', `/api/v1/polls/${poll.id}`);
}

/** The same, and closes it, which tells the result. */
export async function voteOn(hall: Hall, subject: Subject, choice: 'yes' | 'no' = 'yes'): Promise<PollView> {
  const { id, version } = await votedOn(hall, subject, choice);
  return asking(hall.moderator.client)('POST', `/api/v1/polls/${id}/close`, { version });
}

/** Takes a draft all the way: words in three languages, approved, reviewed, voted. */
export async function adopt(hall: Hall, id: string): Promise<AppealView> {
  await putToAdoption(hall, id);
  await voteOn(hall, { kind: 'appeal', id });
  const view = await asking(hall.moderator.client)<AppealView>('GET', `/api/v1/appeals/${id}`);
  if (view.state !== 'adopted') throw new Error(`not adopted but ${view.state}`);
  return view;
}
