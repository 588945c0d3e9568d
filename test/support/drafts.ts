import type { AppealSummary, AppealView, ClauseView } from '../../src/appeal/appeal.contract.js';
import type { Debate } from './debate.js';
import { until } from './until.js';

/** Has the moderator compile the forum's contributions, and waits for the draft. */
export async function compiled({ hall, path }: Debate): Promise<AppealView> {
  const { client } = hall.moderator;
  const { status, body } = await client.post<AppealSummary>(path, { lang: 'fr' });
  expect([status, body.state]).toEqual([201, 'compiling']);
  return settled(hall, body.id, 'compiling');
}

/** The appeal as the moderator sees it once it is out of a state. */
export async function settled({ moderator }: Debate['hall'], id: string, from: string): Promise<AppealView> {
  let view = (await moderator.client.get<AppealView>(`/api/v1/appeals/${id}`)).body;
  await until(async () => {
    view = (await moderator.client.get<AppealView>(`/api/v1/appeals/${id}`)).body;
    return view.state !== from;
  });
  return view;
}

/** The clause that a contribution leads. */
export function ledBy({ clauses }: Pick<AppealView, 'clauses'>, contributionId: string): ClauseView {
  const found = clauses.find(({ sources }) => sources[0]?.contribution.id === contributionId);
  if (!found) throw new Error('no clause rests on it');
  return found;
}

/** Texts in the language in which each was written. */
export const textsOf = (view: Pick<AppealView, 'clauses'>) =>
  view.clauses.map(({ texts, lang }) => (texts as Record<string, string>)[lang]);
