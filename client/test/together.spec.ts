import { jest } from '@jest/globals';
import * as Y from 'yjs';
import type { OpenedDocument, Presence } from '../../src/appeal/document/document.contract.js';
import { PRESENCE } from '../../src/appeal/document/document.contract.js';
import { insertClause, removeClause, writeText } from '../../src/text/clause-document/clause-edits.js';
import { nodesOf, openParts } from '../../src/text/clause-document/clause-nodes.js';
import { until } from '../../test/support/until.js';
import { Together } from '../src/features/appeal/editor/together.js';

const APPEAL = 'appeal-1';
const CLAUSE = { id: 'c1', kind: 'operative', topic: '', lang: 'fr', editorial: '', sources: '' } as const;

/** The server's side of one text: what it holds, and how it answers. */
class FakeServer {
  doc = openParts(new Y.Doc());
  epoch = 'epoch-1';
  write = true;
  refusal: string | null = null;
  refusalToOpen: string | null = null;
  readonly asked: string[] = [];
  readonly places: { readonly writing: boolean }[] = [];

  constructor() {
    insertClause(this.doc, CLAUSE, { fr: 'Les villes.' }, null);
  }

  answer(name: string, body: { vector?: Uint8Array; epoch?: string; update?: Uint8Array }): unknown {
    this.asked.push(name);
    if (name === 'document.open') return this.opened(body);
    if (name === 'document.presence') this.places.push(body as never);
    if (name !== 'document.update') return { ok: true, data: {} };
    const code = this.refusal ?? (body.epoch === this.epoch ? null : 'document.replaced');
    if (code) return { ok: false, error: { code } };
    Y.applyUpdate(this.doc, body.update as Uint8Array);
    return { ok: true, data: { seq: 1 } };
  }

  private opened({ vector, epoch }: { vector?: Uint8Array; epoch?: string }): unknown {
    if (this.refusalToOpen) return { ok: false, error: { code: this.refusalToOpen } };
    const data: OpenedDocument = {
      epoch: this.epoch,
      seq: 1,
      state: Y.encodeStateAsUpdate(this.doc, epoch === this.epoch ? vector : undefined),
      vector: Y.encodeStateVector(this.doc),
      write: this.write,
      present: [],
    };
    return { ok: true, data };
  }
}

const screens: Together[] = [];

/** One screen of somebody; `line` cuts and mends its connection, `tell` is what the server says by itself. */
function screen(server: FakeServer, account = 'amina') {
  const hearers = new Map<string, (data?: unknown) => void>();
  const socket = {
    id: crypto.randomUUID(),
    connected: true,
    on: (name: string, hear: (data?: unknown) => void) => void hearers.set(name, hear),
    connect: () => undefined,
    disconnect: () => undefined,
    removeAllListeners: () => hearers.clear(),
    timeout: () => ({
      emitWithAck: async (name: string, body: object) => {
        if (!socket.connected) throw new Error('cut');
        return server.answer(name, body);
      },
    }),
  };
  const together = new Together(APPEAL, account, async () => socket as never);
  screens.push(together);
  const line = (connected: boolean) => {
    socket.connected = connected;
    hearers.get(connected ? 'connect' : 'disconnect')?.();
  };
  const tell = (name: string, data: object) => hearers.get(name)?.({ appealId: APPEAL, ...data });
  return { together, line, tell };
}

type Screen = ReturnType<typeof screen>;
const open = async (server: FakeServer, account?: string): Promise<Screen> => {
  const made = screen(server, account);
  await made.together.start();
  await until(() => made.together.now().line === 'open');
  return made;
};
const write = ({ together }: Screen, words: string) =>
  writeText(together.now().doc as Y.Doc, 'fr', 'c1', words);
const wordsOn = ({ together }: Screen) => {
  const { doc } = together.now();
  return doc && nodesOf(doc, 'fr')[0]?.text;
};
const storedIn = ({ doc }: FakeServer) => nodesOf(doc, 'fr')[0]?.text;
const keptNames = () => Object.keys(localStorage).filter((name) => name.includes('appeal-text.'));
/** Writes without a line; the page then goes without a word. What it writes it keeps at once. */
async function crash(one: Screen, words: string): Promise<void> {
  one.line(false);
  write(one, words);
  expect([one.together.now().kept, keptNames().length > 0]).toEqual([true, true]);
}

afterEach(() => {
  for (const each of screens.splice(0)) each.stop();
  localStorage.clear();
});

describe('words that the server has not acknowledged', () => {
  it('outlive their page, and come with the next one of the same person; then nothing is kept', async () => {
    const server = new FakeServer();
    await crash(await open(server), 'Les villes, hors ligne.');
    writeText(server.doc, 'fr', 'c1', 'Toutes. Les villes.');
    const again = await open(server);
    expect(wordsOn(again)).toBe('Toutes. Les villes, hors ligne.');
    await until(() => again.together.now().saved);
    expect(storedIn(server)).toBe('Toutes. Les villes, hors ligne.');
    expect(keptNames()).toEqual([]);
  });

  it('are nobody else’s: not seen, not sent, still kept', async () => {
    const server = new FakeServer();
    await crash(await open(server), 'Les miennes.');
    const other = await open(server, 'karim');
    expect([wordsOn(other), other.together.now().untaken]).toEqual(['Les villes.', []]);
    write(other, 'Les siennes.');
    await until(() => other.together.now().saved);
    expect([storedIn(server), keptNames().length]).toEqual(['Les siennes.', 1]);
  });

  it('are on the way from two pages at once without harm', async () => {
    const server = new FakeServer();
    const first = await open(server);
    await crash(first, 'Les villes, deux fois.');
    const second = await open(server);
    await until(() => second.together.now().saved);
    first.line(true);
    await until(() => first.together.now().saved);
    expect([storedIn(server), wordsOn(first), keptNames()]).toEqual([
      'Les villes, deux fois.',
      'Les villes, deux fois.',
      [],
    ]);
  });

  it('are shown, and kept, where the text was made anew meanwhile, until they are given up', async () => {
    const server = new FakeServer();
    await crash(await open(server), 'Les villes, avant.');
    server.epoch = 'epoch-2';
    for (let times = 0; times < 2; times++) {
      const again = await open(server);
      expect([wordsOn(again), again.together.now().untaken]).toEqual([
        'Les villes.',
        [{ lang: 'fr', clauseId: 'c1', text: 'Les villes, avant.' }],
      ]);
      if (times === 1) again.together.giveUp();
    }
    expect(keptNames()).toEqual([]);
  });

  it('are shown on the screen that has them, when it comes back to a text that was made anew', async () => {
    const server = new FakeServer();
    const one = await open(server);
    await crash(one, 'Les villes, encore.');
    server.epoch = 'epoch-2';
    one.line(true);
    await until(() => one.together.now().untaken.length > 0);
    expect(one.together.now().untaken[0]?.text).toBe('Les villes, encore.');
    write(one, 'On continue.');
    await until(() => one.together.now().saved);
    expect([storedIn(server), keptNames().length]).toEqual(['On continue.', 1]);
  });

  it('are shown to whom may no longer write, or no longer open the text', async () => {
    const server = new FakeServer();
    await crash(await open(server), 'Les villes, trop tard.');
    server.refusal = 'appeal.state';
    const again = await open(server);
    await until(() => again.together.now().refused !== null);
    expect(again.together.now()).toMatchObject({
      refused: 'appeal.state',
      untaken: [{ text: 'Les villes, trop tard.' }],
    });
    server.refusalToOpen = 'object.missing';
    const closed = await open(server);
    expect(closed.together.now()).toMatchObject({
      refused: 'object.missing',
      doc: null,
      untaken: [{ text: 'Les villes, trop tard.' }],
    });
    expect(keptNames()).toHaveLength(1);
    server.refusalToOpen = null;
    again.together.giveUp();
    await until(() => wordsOn(again) === 'Les villes.');
    expect([storedIn(server), keptNames()]).toEqual(['Les villes.', []]);
  });

  it('are shown where somebody took out the clause meanwhile, on the screen that has them and on the next one', async () => {
    const shown = [{ lang: 'fr', clauseId: 'c1', text: 'Les villes, sans savoir.' }];
    for (const sameScreen of [true, false]) {
      const server = new FakeServer();
      const one = await open(server);
      await crash(one, 'Les villes, sans savoir.');
      removeClause(server.doc, 'c1');
      if (sameScreen) one.line(true);
      const there = sameScreen ? one : await open(server);
      await until(() => there.together.now().untaken.length > 0);
      expect(there.together.now().untaken).toEqual(shown);
      there.together.giveUp();
      expect([there.together.now().untaken, there.together.now().refused]).toEqual([[], null]);
    }
  });

  it('are shown where somebody took out the clause at the same moment', async () => {
    const server = new FakeServer();
    const one = await open(server);
    const before = Y.encodeStateVector(server.doc);
    removeClause(server.doc, 'c1');
    const update = Y.encodeStateAsUpdate(server.doc, before);
    write(one, 'Les villes, à l’instant.');
    one.tell('update', { seq: 2, update, participantId: 'p-karim' });
    expect(one.together.now().untaken[0]?.text).toBe('Les villes, à l’instant.');
  });

  it('say so where this browser has no room for them', async () => {
    const one = await open(new FakeServer());
    one.line(false);
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('full');
    });
    write(one, 'Sans place.');
    await until(() => !one.together.now().kept);
    jest.restoreAllMocks();
  });
});

it('who only reads sends nothing when the line is back', async () => {
  const server = new FakeServer();
  server.write = false;
  writeText(server.doc, 'fr', 'c1', 'Les.');
  const reader = await open(server);
  reader.line(false);
  reader.line(true);
  await until(() => server.asked.filter((name) => name === 'document.open').length === 2);
  await until(() => reader.together.now().line === 'open');
  expect(server.asked).not.toContain('document.update');
});

describe('who else is in the text', () => {
  const karim = (change: Partial<Presence> = {}): Presence => ({
    key: 'k',
    participantId: 'p-karim',
    name: 'Karim',
    clauseId: 'c1',
    lang: 'fr',
    writing: false,
    head: null,
    anchor: null,
    ...change,
  });
  const others = ({ together }: Screen) => together.now().others.map(({ name }) => name);

  it('is heard of, gone at once when told so, and after a while when nothing is heard', async () => {
    const one = await open(new FakeServer());
    one.tell('presence', karim());
    one.tell('here', { present: [karim({ key: 'l', participantId: 'p-leila', name: 'Leila' })] });
    expect(others(one)).toEqual(['Karim', 'Leila']);
    one.tell('absent', { key: 'k' });
    expect(others(one)).toEqual(['Leila']);
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now + PRESENCE.gone + 1);
    await until(() => others(one).length === 0);
    jest.restoreAllMocks();
    one.together.stop();
  });

  it('writes in a clause who says so, and whose letters came since they were last heard of', async () => {
    const server = new FakeServer();
    const one = await open(server);
    const letters = () => {
      const before = Y.encodeStateVector(server.doc);
      writeText(server.doc, 'fr', 'c1', `${storedIn(server)}!`);
      const update = Y.encodeStateAsUpdate(server.doc, before);
      one.tell('update', { seq: 2, update, participantId: 'p-karim' });
    };
    one.tell('presence', karim({ writing: true }));
    expect(one.together.writerIn('c1')).toBe('Karim');
    one.tell('presence', karim());
    expect(one.together.writerIn('c1')).toBeNull();
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now + 10);
    letters();
    expect([one.together.writerIn('c1'), one.together.writerIn('c2')]).toEqual(['Karim', null]);
    one.tell('presence', karim());
    expect(one.together.writerIn('c1')).toBeNull();
    jest.restoreAllMocks();
    one.together.stop();
  });

  it('is told where one is: at once, then no more often than is allowed, and the last place for certain', async () => {
    const server = new FakeServer();
    const one = await open(server);
    await until(() => server.places.length === 1);
    for (let head = 0; head < 50; head++)
      one.together.moveTo({
        clauseId: 'c1',
        lang: 'fr',
        writing: false,
        head: new Uint8Array([0, 1, head]),
        anchor: null,
      });
    await until(() => JSON.stringify(server.places.at(-1)).includes('49'));
    expect(server.places.length).toBeLessThanOrEqual(3);
    one.together.stop();
  });
});
