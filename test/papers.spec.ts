import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KERNEL_ERRORS } from '../src/kernel/errors.js';
import { STATUS } from '../src/platform/http/error-status.js';
import { RealtimeGateway } from '../src/platform/realtime/realtime.gateway.js';
import { startApp, type TestApp } from './support/app.js';

type Table = Readonly<Record<string, string>>;

const ROOT = join(import.meta.dirname, '..');
const paper = (name: string): string => readFileSync(join(ROOT, 'docs', name), 'utf8');

/** The tables that the rooms' contracts export under names that end so, as one. A new room's is found by itself. */
async function tables(ending: '_ERRORS' | '_EVENTS'): Promise<Table> {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  const rooms = await Promise.all(
    files.filter((file) => file.endsWith('.contract.ts')).map((file) => import(join(ROOT, 'src', file))),
  );
  const found = rooms.flatMap((room) => Object.entries(room).filter(([name]) => name.endsWith(ending)));
  expect(found.length).toBeGreaterThan(4);
  return Object.assign({}, ...found.map(([, table]) => table));
}

/** The lines of the tables under a heading, as cells. */
function rowsUnder(text: string, heading: string): string[][] {
  const section = text.split(`# ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = [...section.matchAll(/^\| (`.*) \|$/gm)].map(([, row]) => (row as string).split(' | '));
  expect(rows.length).toBeGreaterThan(0);
  return rows;
}

const names = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name as string);

describe('docs/api.md', () => {
  it('lists every code with its status, and no other', async () => {
    const codes = { ...KERNEL_ERRORS, ...(await tables('_ERRORS')) } as Record<string, keyof typeof STATUS>;
    const wanted = Object.entries(codes).map(([code, kind]) => [code, String(STATUS[kind])]);
    const listed = rowsUnder(paper('api.md'), 'Codes').map(([code, status]) => [names(code)[0], status]);
    expect(listed.sort()).toEqual(wanted.sort());
  });
});

describe('docs/realtime.md', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.stop());

  it('lists every message that the app answers, and no other', () => {
    const listed = rowsUnder(paper('realtime.md'), 'Messages and acknowledgements').map(
      ([name]) => names(name)[0],
    );
    expect(listed.sort()).toEqual(test.app.get(RealtimeGateway).messageNames());
  });

  it('lists every event of the rooms with the kind that its hint names, and no other', async () => {
    const listed = rowsUnder(paper('realtime.md'), 'Events that hints name').flatMap(([events, kind]) =>
      names(events).map((event) => [event, names(kind)[0]]),
    );
    expect(listed.sort()).toEqual(Object.entries(await tables('_EVENTS')).sort());
  });
});
