import type { TestApp } from '../../support/app.js';
import type { BrowserClient, TestSocket } from '../../support/browser-client.js';
import { makeHall } from '../../support/people.js';

/** Who walks every route and message. `foreigner` is a delegate of another forum. */
export const ROLES = ['anonymous', 'observer', 'delegate', 'foreigner', 'moderator', 'organiser'] as const;
export type Role = (typeof ROLES)[number];

/** `ok`, or the code of the refusal. */
export type Outcome = 'ok' | (string & {});
export type Outcomes = Readonly<Record<Role, Outcome>>;

export interface Scene {
  readonly test: TestApp;
  readonly hall: Awaited<ReturnType<typeof makeHall>>;
  readonly clients: Record<Role, BrowserClient>;
  readonly slug: string;
  /** `/api/v1/forums/<slug>` */
  readonly forum: string;
}

export interface Ask {
  readonly path: string;
  readonly body?: unknown;
  readonly form?: FormData;
  readonly headers?: Record<string, string>;
}

/** One route: who may, and a request that is right in everything else, made anew for each role. */
export interface Row {
  readonly who: Outcomes;
  ask(scene: Scene, role: Role): Ask | Promise<Ask>;
}

export type Rows = Readonly<Record<string, Row>>;

/** One socket message: who may, and a body that is right in everything else. */
export interface MessageRow {
  readonly who: Outcomes;
  /** The namespace that it is sent in, where it is not everybody's. */
  readonly space?: string;
  ask(scene: Scene, role: Role, socket: TestSocket): unknown;
}

export const everyone = outcomes(ROLES);
export const signedIn = outcomes(ROLES.filter((role) => role !== 'anonymous'));
export const participants = outcomes(['observer', 'delegate', 'moderator', 'organiser']);
export const contributors = outcomes(['delegate', 'moderator', 'organiser']);
export const moderators = outcomes(['moderator', 'organiser']);
export const organisers = outcomes(['organiser']);

/** Those may; without account one is asked to sign in, everybody else is refused. `over` says what is told instead. */
export function outcomes(may: readonly Role[], over: Partial<Outcomes> = {}): Outcomes {
  const all = ROLES.map((role): [Role, Outcome] => [
    role,
    may.includes(role) ? 'ok' : role === 'anonymous' ? 'auth.required' : 'auth.forbidden',
  ]);
  return { ...(Object.fromEntries(all) as Outcomes), ...over };
}

/** All who are not among `may` are told that there is no such thing. */
export function hiddenFrom(...hidden: Role[]): Outcomes {
  return outcomes(ROLES, Object.fromEntries(hidden.map((role) => [role, 'object.missing'])));
}

export async function makeScene(test: TestApp): Promise<Scene> {
  const hall = await makeHall(test);
  const elsewhere = await makeHall(test);
  return {
    test,
    hall,
    slug: hall.forum.slug,
    forum: `/api/v1/forums/${hall.forum.slug}`,
    clients: {
      anonymous: hall.anonymous,
      observer: hall.observer.client,
      delegate: hall.delegate.client,
      foreigner: elsewhere.delegate.client,
      moderator: hall.moderator.client,
      organiser: hall.organiser.client,
    },
  };
}

/** What a write of the organiser answers: the setting of a row. Fails loudly when the setting cannot be made. */
export async function made<T>(
  scene: Scene,
  by: Role,
  path: string,
  body?: unknown,
  method = 'POST',
): Promise<T> {
  const answer = await scene.clients[by].send<T>(method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** The status or code by which a table's outcome is recognised. */
export function outcomeOf({ status, body }: { status: number; body: unknown }): Outcome {
  if (status < 300) return 'ok';
  return (body as { code?: string })?.code ?? `status ${status}`;
}

export async function send({ clients }: Scene, role: Role, method: string, ask: Ask) {
  const client = clients[role];
  if (!ask.form) return client.send(method, ask.path, ask.body, ask.headers);
  const response = await fetch(client.url + ask.path, {
    method,
    headers: { 'x-nidaa': '1', ...(client.cookie && { cookie: client.cookie }) },
    body: ask.form,
  });
  return { status: response.status, body: (await response.json()) as unknown };
}
