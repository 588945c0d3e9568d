/** A hall to vote in: delegates with sign-ins, and polls that the chair prepares, opens and closes as chairs do. */
import { fillHall } from '../dist/src/voting/rehearsal/simulated-hall.js';

const QUESTION = { ar: 'x', fr: 'x', en: 'x' };

/** Resolves to the voters' ids, their cookies in the same order, and what the chair may do. */
export async function makeHall({ app, db }, count) {
  const { slug, sessionId, chairCookie, voters } = await fillHall(db, { voters: count, byCity: false });
  return {
    slug,
    voterIds: voters.map(({ voterId }) => voterId),
    cookies: voters.map(({ cookie }) => cookie),
    ...chairOf(app, chairCookie, { slug, sessionId }),
  };
}

function chairOf(app, cookie, { slug, sessionId }) {
  const post = async (path, body) => {
    const answer = await fetch(`${app}/api/v1/${path}`, {
      method: 'POST',
      headers: { cookie, 'x-nidaa': '1', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} was answered ${await answer.text()}`);
    return answer.json();
  };
  return {
    post,
    /** Prepares and opens a poll on a free question. Resolves to the poll, as the API shows it. */
    openPoll: async (terms = {}) => {
      const rule = { majority: 'simple', base: 'votes' };
      const { id, version } = await post(`forums/${slug}/polls`, {
        sessionId,
        question: QUESTION,
        terms: { rule, ...terms },
      });
      return post(`polls/${id}/open`, { version });
    },
    /** Closes, and checks that as many ballots were counted as were acknowledged. */
    closePoll: async ({ id, version }, acknowledged) => {
      const { result } = await post(`polls/${id}/close`, { version });
      if (result.cast.ballots !== acknowledged)
        throw new Error(`${result.cast.ballots} ballots counted, ${acknowledged} acknowledged`);
      return result;
    },
  };
}
