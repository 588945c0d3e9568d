import type { FieldProblem } from '../../../src/kernel/errors.js';
import { ApiError } from './api-error.js';
import { newKey } from './key.js';

const BASE = '/api/v1';
type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;
interface Options {
  readonly query?: Query;
  readonly body?: unknown;
  /** Given where the caller keeps the key, as a vote does; else one is made for each write. */
  readonly key?: string;
  readonly signal?: AbortSignal;
}

/** Keys of writes whose outcome is unknown: the same write sent again is a retry and carries the same key. */
const unsettled = new Map<string, string>();

export const get = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  send<T>('GET', path, { query, signal });
export const post = <T>(path: string, body?: unknown, key?: string): Promise<T> =>
  send<T>('POST', path, { body, key });
export const put = <T>(path: string, body?: unknown, key?: string): Promise<T> =>
  send<T>('PUT', path, { body, key });
export const patch = <T>(path: string, body: unknown): Promise<T> => send<T>('PATCH', path, { body });
export const del = <T = void>(path: string): Promise<T> => send<T>('DELETE', path, {});

/**
 * Sends one request to `/api/v1` + path and gives the parsed answer.
 * A body that is FormData goes as it is, anything else as JSON. Throws ApiError and nothing else.
 */
export async function send<T>(method: string, path: string, options: Options): Promise<T> {
  const write = method !== 'GET';
  const upload = options.body instanceof FormData;
  const body = upload || options.body === undefined ? options.body : JSON.stringify(options.body);
  const signature = upload ? null : `${method} ${path} ${body ?? ''}`;
  const key = write ? (options.key ?? (signature && unsettled.get(signature)) ?? newKey()) : null;
  try {
    const answer = await fetchAnswer<T>(method, address(path, options.query), {
      body: body as BodyInit | undefined,
      signal: options.signal ?? null,
      headers: {
        accept: 'application/json',
        ...(write && { 'x-nidaa': '1', 'idempotency-key': key as string }),
        ...(body !== undefined && !upload && { 'content-type': 'application/json' }),
      },
    });
    if (signature) unsettled.delete(signature);
    return answer;
  } catch (error) {
    if (write && signature && error instanceof ApiError) {
      if (error.unknownOutcome) unsettled.set(signature, key as string);
      else unsettled.delete(signature);
    }
    throw error;
  }
}

export function address(path: string, query: Query = {}): string {
  const pairs = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
  return `${BASE}${path}${search && `?${search}`}`;
}

async function fetchAnswer<T>(method: string, url: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, method, credentials: 'same-origin' });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError('client.offline', 0);
  }
  if (response.ok) return response.status === 204 ? (undefined as T) : parse<T>(response);
  throw readProblem(response.status, await response.text().catch(() => ''));
}

/** Some writes answer without a body; an empty text is the answer `undefined`. */
async function parse<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!text) return undefined as T;
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new ApiError('client.unreadable', response.status);
  }
}

interface ProblemText {
  readonly code?: string;
  readonly fields?: FieldProblem[];
  readonly requestId?: string;
}

/** A proxy in between may answer with anything: without a problem document the status alone speaks. */
export function readProblem(status: number, text: string): ApiError {
  let found: ProblemText | null = null;
  try {
    found = JSON.parse(text) as ProblemText | null;
  } catch {
    // Not ours: a page of a proxy, or cut off.
  }
  const code = found?.code ?? (status >= 500 ? 'service.unavailable' : 'client.unreadable');
  return new ApiError(code, status, found?.fields ?? [], found?.requestId ?? null);
}
