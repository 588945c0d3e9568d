import { RealtimeGateway } from '../../src/platform/realtime/realtime.gateway.js';
import { ApiDescription } from '../support/api-description.js';
import { startApp, type TestApp } from '../support/app.js';
import { BrowserClient } from '../support/browser-client.js';
import { AMENDMENT_ROWS } from './permissions/amendments.rows.js';
import { APPEAL_ROWS } from './permissions/appeal.rows.js';
import { APPEAL_LANGUAGE_ROWS } from './permissions/appeal-languages.rows.js';
import { CLAUSE_AMENDMENT_ROWS } from './permissions/clause-amendments.rows.js';
import { COMMENT_ROWS } from './permissions/comments.rows.js';
import { DISCUSSION_ROWS } from './permissions/discussion.rows.js';
import { DOCUMENT_MESSAGES, DOCUMENT_ROWS } from './permissions/document.rows.js';
import { FORUM_ROWS } from './permissions/forum.rows.js';
import { IDENTITY_ROWS } from './permissions/identity.rows.js';
import { MERGING_ROWS } from './permissions/merging.rows.js';
import { NOTIFICATION_ROWS } from './permissions/notifications.rows.js';
import { OPEN_ROWS } from './permissions/open.rows.js';
import { PROGRAM_ROWS } from './permissions/program.rows.js';
import { PROPOSAL_ROWS } from './permissions/proposals.rows.js';
import { SIGNATURE_ROWS } from './permissions/signatures.rows.js';
import {
  makeScene,
  type Outcome,
  type Outcomes,
  outcomeOf,
  ROLES,
  type Role,
  type Rows,
  type Scene,
  send,
} from './permissions/table.js';
import { MESSAGE_ROWS as COMMON_MESSAGES, VOTING_ROWS } from './permissions/voting.rows.js';

/** Every route and message that the app knows, with what each role may. A new one that is not here fails the test. */
const TABLE: Rows = {
  ...OPEN_ROWS,
  ...IDENTITY_ROWS,
  ...FORUM_ROWS,
  ...PROGRAM_ROWS,
  ...DISCUSSION_ROWS,
  ...PROPOSAL_ROWS,
  ...AMENDMENT_ROWS,
  ...MERGING_ROWS,
  ...VOTING_ROWS,
  ...APPEAL_LANGUAGE_ROWS,
  ...APPEAL_ROWS,
  ...COMMENT_ROWS,
  ...SIGNATURE_ROWS,
  ...DOCUMENT_ROWS,
  ...CLAUSE_AMENDMENT_ROWS,
  ...NOTIFICATION_ROWS,
};

const MESSAGE_ROWS = { ...COMMON_MESSAGES, ...DOCUMENT_MESSAGES };

interface Routes {
  addHook(name: 'onRoute', hook: (route: { method: string | string[]; url: string }) => void): void;
  hasRoute(route: { method: string; url: string }): boolean;
}

let test: TestApp;
let scene: Scene;
let api: ApiDescription;
const routes: string[] = [];

beforeAll(async () => {
  test = await startApp({ LOG_LEVEL: 'silent' }, (app) => {
    (app.getHttpAdapter().getInstance() as unknown as Routes).addHook('onRoute', ({ method, url }) => {
      for (const name of [method].flat())
        if (name !== 'HEAD' && name !== 'OPTIONS') routes.push(`${name} ${url}`);
    });
  });
  scene = await makeScene(test);
  api = await ApiDescription.of(test.url);
});
afterAll(() => test.stop());

function answers(route: string): boolean {
  const [method, url] = route.split(' ') as [string, string];
  return (test.app.getHttpAdapter().getInstance() as unknown as Routes).hasRoute({ method, url });
}

it('names every route that the app answers, and none that it does not', () => {
  expect(routes.filter((route) => !(route in TABLE))).toEqual([]);
  expect(Object.keys(TABLE).filter((route) => !answers(route))).toEqual([]);
});

it('names every socket message that the app answers, and none that it does not', () => {
  expect(Object.keys(MESSAGE_ROWS).sort()).toEqual(test.app.get(RealtimeGateway).messageNames());
});

describe.each(Object.entries(TABLE))('%s', (route, row) => {
  it('lets in whom the table lets in, and tells the others what the table says', async () => {
    const method = route.split(' ')[0] as string;
    const told: Partial<Record<Role, Outcome>> = {};
    const undescribed: string[] = [];
    for (const role of ROLES) {
      // A row may send somebody in a role's place; nobody keeps what one row's answer gave.
      const stage = { ...scene, clients: { ...scene.clients, anonymous: new BrowserClient(test.url) } };
      const ask = await row.ask(stage, role);
      const answer = await send(stage, role, method, ask);
      told[role] = outcomeOf(answer);
      if (!api.behind(route)) continue;
      undescribed.push(...api.faultsOfAnswer(route, answer.status, answer.body));
      if (told[role] === 'ok') undescribed.push(...api.faultsOfRequest(route, ask.body));
    }
    expect(told).toEqual(row.who);
    expect(undescribed).toEqual([]);
  });
});

/** Who is told of nothing (`object.missing`) may still read what is public; for a write it is as good as a refusal. */
function needsAccount(route: string, { anonymous, ...others }: Outcomes): boolean {
  if (anonymous === 'auth.required') return true;
  if (route.startsWith('GET') || anonymous === 'ok') return false;
  return anonymous === 'object.missing' || Object.values(others).includes('ok');
}

it('is described with who needs an account', () => {
  const described = Object.keys(TABLE).filter((route) => api.behind(route));
  expect(described).toHaveLength(api.operations.length);
  const open = described.filter((route) =>
    api.behind(route)?.security.some((way) => Object.keys(way).length === 0),
  );
  expect(open).toEqual(described.filter((route) => !needsAccount(route, TABLE[route]?.who as Outcomes)));
});

describe.each(Object.entries(MESSAGE_ROWS))('message %s', (name, row) => {
  it('is answered as the table says', async () => {
    const told: Partial<Record<Role, Outcome>> = {};
    for (const role of ROLES) {
      const socket = await scene.clients[role].socket(row.space);
      const body = await row.ask(scene, role, socket);
      const answer = await socket.ask(name, body);
      told[role] = answer.ok ? 'ok' : answer.error.code;
      socket.close();
    }
    expect(told).toEqual(row.who);
  });
});
