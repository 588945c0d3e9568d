import type { Localized } from '../../kernel/localized.js';
import type { PollTerms, PollView } from '../polls.contract.js';
import type { PollRecord } from '../records.contract.js';
import type { SimulatedHall } from './simulated-hall.js';

/** The chair of a simulated hall: prepares, opens and closes over HTTP, as a chair does. */
export class SimulatedChair {
  constructor(
    private readonly url: string,
    private readonly hall: Pick<SimulatedHall, 'slug' | 'sessionId' | 'chairCookie'>,
  ) {}

  /** Prepares a free question and opens it. Throws with the server's words where it is refused. */
  async open(question: Localized, terms: PollTerms, present: number): Promise<PollView> {
    const { slug, sessionId } = this.hall;
    const { id, version } = await this.must<PollView>('POST', `forums/${slug}/polls`, {
      sessionId,
      question,
      terms,
    });
    return this.must('POST', `polls/${id}/open`, { version, present });
  }

  /** Closes as many times at once as there are screens. Answers the status of each. */
  async closeAtOnce({ id, version }: PollView, times: number): Promise<number[]> {
    const close = () => this.send('POST', `polls/${id}/close`, { version });
    const answers = await Promise.all(Array.from({ length: times }, close));
    return answers.map(({ status }) => status);
  }

  show(id: string): Promise<PollView> {
    return this.must('GET', `polls/${id}`);
  }

  publish({ id, version }: PollView): Promise<PollView> {
    return this.must('POST', `polls/${id}/publish`, { version });
  }

  record(roundId: string): Promise<PollRecord> {
    return this.must('GET', `rounds/${roundId}/record`);
  }

  private async must<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await this.send(method, path, body);
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  private send(method: string, path: string, body?: object): Promise<Response> {
    return fetch(`${this.url}/api/v1/${path}`, {
      method,
      headers: {
        cookie: this.hall.chairCookie,
        'x-nidaa': '1',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  }
}
