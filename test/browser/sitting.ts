import type { Locator } from 'playwright-core';
import type { SessionView } from '../../src/program/program.contract.js';
import type { Choice } from '../../src/voting/counting/counting.contract.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import type { BrowserClient } from '../support/browser-client.js';
import { inAll, type makeHall } from '../support/people.js';
import type { PersonScreen } from './screens.js';
import { type Key, word } from './words.js';

export type Hall = Awaited<ReturnType<typeof makeHall>>;

const HOUR_MS = 3_600_000;

async function post<T>(client: BrowserClient, path: string, body: object): Promise<T> {
  const reply = await client.post<T>(`/api/v1${path}`, body);
  if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body;
}

/** A session that the moderator starts now; answers its id. */
export async function startSession({ forum, moderator: { client } }: Hall): Promise<string> {
  const startsAt = new Date();
  const { id, version } = await post<SessionView>(client, `/forums/${forum.slug}/sessions`, {
    kind: 'plenary',
    title: inAll('Plenary'),
    place: 'Dar Batha',
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + HOUR_MS).toISOString(),
  });
  await post(client, `/sessions/${id}/start`, { version });
  return id;
}

/** Puts an admitted proposal to the vote and opens it; answers the poll's id. */
export async function openPollOn(hall: Hall, sessionId: string, proposalId: string): Promise<string> {
  const { client } = hall.moderator;
  const { id, version } = await post<PollView>(client, `/forums/${hall.forum.slug}/polls`, {
    sessionId,
    subject: { kind: 'proposal', id: proposalId },
    terms: { rule: { majority: 'simple', base: 'votes' } },
  });
  await post(client, `/polls/${id}/open`, { version });
  return id;
}

/** Presses a button that moves a poll or an appeal on, and the same word in the question that follows. */
export async function moveOn({ page, lang, button }: PersonScreen, move: Key): Promise<void> {
  await button(move).click();
  const sure = page.getByRole('alertdialog');
  await sure.getByRole('button', { name: word(lang, move), exact: true }).click();
  await sure.waitFor({ state: 'detached' });
}

/** An option that is not ranked yet, by its name. */
export const unranked = ({ page }: PersonScreen, name: string): Locator =>
  page.locator('.unranked-option', { hasText: name });

/** Waits for the sentence that says what was decided. */
export const verdict = ({ page, lang }: PersonScreen, key: Key): Promise<void> =>
  page.locator('.verdict-word', { hasText: word(lang, key) }).waitFor();

/** Taps a choice on a phone, confirms it and waits for the receipt. */
export async function vote({ page, lang, button }: PersonScreen, choice: Choice): Promise<void> {
  const name = word(lang, `choice.${choice}`);
  await page.getByRole('radiogroup').getByText(name, { exact: true }).tap();
  await button('poll.confirm', { choice: name }).tap();
  await page.getByText(word(lang, 'poll.received', { choice: name }), { exact: true }).waitFor();
}
