import type { AppealSummary, AppealView } from '../../src/appeal/appeal.contract.js';
import { adopt } from './adopted-appeal.js';
import type { Debate } from './debate.js';
import { until } from './until.js';

/** Has the debate's appeal compiled and published, its first numbered clause with a post among its sources. */
export async function publishAppeal({ hall, posts, path }: Debate): Promise<AppealView> {
  const { client } = hall.moderator;
  const ask = async <T>(method: string, address: string, body?: object): Promise<T> => {
    const reply = await client.send<T>(method, address, body);
    if (reply.status >= 300) throw new Error(`${address}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  };
  const { id } = await ask<AppealSummary>('POST', path, { lang: 'fr' });
  const one = `/api/v1/appeals/${id}`;
  const leaves = async (state: string): Promise<AppealView> => {
    let view = await ask<AppealView>('GET', one);
    await until(async () => {
      view = await ask('GET', one);
      return view.state !== state;
    }, 60_000);
    return view;
  };
  const { clauses } = await leaves('compiling');
  const sourced = clauses.find(({ sources }) => sources.length > 0);
  await ask('POST', `${one}/clauses/${sourced?.id}/sources`, {
    contribution: { kind: 'post', id: posts[0] },
    quote: 'Le patrimoine des médinas est une richesse',
    use: 'inspired',
  });
  await ask('POST', `${one}/fates`, {});
  const { version } = await adopt(hall, id);
  await ask('POST', `${one}/publish`, { version });
  return leaves('publishing');
}
