import { randomBytes } from 'node:crypto';
import * as Y from 'yjs';
import type { AppealSummary, AppealView } from '../../src/appeal/appeal.contract.js';
import type { OpenedDocument } from '../../src/appeal/document/document.contract.js';
import type { TextVersion, TextVersionSummary } from '../../src/appeal/document/versions.contract.js';
import { newId } from '../../src/kernel/ids.js';
import {
  insertClause,
  joinClauses,
  orderClauses,
  removeClause,
} from '../../src/text/clause-document/clause-edits.js';
import {
  attributesOf,
  elementOf,
  elementsOf,
  newElement,
} from '../../src/text/clause-document/clause-nodes.js';
import { approveAll, voteOn } from '../support/adopted-appeal.js';
import { startApp, type TestApp } from '../support/app.js';
import type { BrowserClient } from '../support/browser-client.js';
import { makeProposal } from '../support/contributions.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { makePerson } from '../support/people.js';
import { SharedText } from '../support/shared-text.js';
import { until } from '../support/until.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());

interface Draft extends Debate {
  readonly id: string;
  readonly view: () => Promise<AppealView>;
  /** The clause that the adopted proposal words, and its source. */
  readonly adoptedClause: AppealView['clauses'][number];
}

async function makeDraft(): Promise<Draft> {
  const debate = await makeDebate(test);
  const { client } = debate.hall.moderator;
  const { id } = (await client.post<AppealSummary>(debate.path, { lang: 'fr' })).body;
  const view = async () => (await client.get<AppealView>(`/api/v1/appeals/${id}`)).body;
  await until(async () => (await view()).state === 'drafting');
  const clauses = (await view()).clauses;
  const adoptedClause = clauses.find(({ sources }) => sources[0]?.contribution.id === debate.adopted);
  return { ...debate, id, view, adoptedClause: adoptedClause as AppealView['clauses'][number] };
}

const open = (client: BrowserClient, { id }: Draft) => SharedText.open(client, id);
const codeOf = (answer: Awaited<ReturnType<SharedText['send']>>) => (answer.ok ? 'ok' : answer.error.code);

describe('writing an appeal together', () => {
  it('begins with the clauses of the draft, the same in each language, and changes nothing of it', async () => {
    const draft = await makeDraft();
    const before = await draft.view();
    const text = await open(draft.hall.moderator.client, draft);
    expect(text.clauses('fr').map(({ id }) => id)).toEqual(before.clauses.map(({ id }) => id));
    expect(text.textOf(draft.adoptedClause.id, 'en')).toBe(draft.adoptedClause.texts.en);
    expect(text.textOf(draft.adoptedClause.id, 'ar')).toBe(draft.adoptedClause.texts.ar);
    expect(text.clauses().find(({ id }) => id === draft.adoptedClause.id)?.sources).toBe(
      draft.adoptedClause.sources.map(({ id }) => id).join(' '),
    );
    expect(await draft.view()).toEqual(before);
    text.cut();
  });

  it('brings each letter to the others, acknowledged and told once it is stored, with its author', async () => {
    const draft = await makeDraft();
    const second = await makePerson(test, draft.hall.forum.id, 'moderator');
    const [a, b] = [await open(draft.hall.moderator.client, draft), await open(second.client, draft)];
    const { id } = draft.adoptedClause;
    a.type(id, 0, 'Ensemble, ');
    b.type(id, 4, '-mêmes');
    await Promise.all([a.send(), b.send()]);
    const both = 'Ensemble, Nous-mêmes nous';
    await until(() => [a, b].every((text) => text.textOf(id)?.startsWith(both)));
    expect(b.heard.map(({ participantId }) => participantId)).toContain(draft.hall.moderator.participantId);
    const rows = await test.db.query(
      'SELECT seq, participant_id FROM document_update WHERE appeal_id = $1 ORDER BY seq',
      [draft.id],
    );
    expect(rows.map((row: { seq: string }) => Number(row.seq))).toEqual([1, 2]);
    expect(new Set(rows.map((row: { participant_id: string }) => row.participant_id))).toEqual(
      new Set([draft.hall.moderator.participantId, second.participantId]),
    );
    // The clauses follow, and who watches the forum is told.
    await until(async () =>
      Boolean((await draft.view()).clauses.find((clause) => clause.id === id)?.texts.fr?.startsWith(both)),
    );
    expect((await draft.view()).clauses.find((clause) => clause.id === id)).toMatchObject({
      version: 2,
      // The quoted words no longer stand in it as they were.
      sources: [{ use: 'inspired', contribution: { id: draft.adopted } }],
    });
    for (const text of [a, b]) text.cut();
  });

  it('keeps id and sources through splitting, joining and moving', async () => {
    const draft = await makeDraft();
    const text = await open(draft.hall.moderator.client, draft);
    const { id, sources } = draft.adoptedClause;
    const part = newId();
    // A split: the second part has the words behind the caret, an id of its own, and the same sources.
    text.doc.transact(() => {
      const element = elementOf(text.doc, 'fr', id) as Y.XmlElement;
      insertClause(
        text.doc,
        { ...attributesOf(element), id: part },
        { fr: 'une part du budget de chaque ville.' },
        id,
      );
    });
    expect(codeOf(await text.send())).toBe('ok');
    const clauseIn = async (wanted: string) =>
      (await draft.view()).clauses.find((clause) => clause.id === wanted);
    await until(async () => (await clauseIn(part)) !== undefined);
    expect(await clauseIn(part)).toMatchObject({
      sources: [{ contribution: sources[0]?.contribution, quote: sources[0]?.quote }],
      score: null,
    });
    expect((await clauseIn(id))?.sources.map((source) => source.id)).toEqual(
      sources.map((source) => source.id),
    );
    expect((await clauseIn(id))?.score).toEqual(draft.adoptedClause.score);
    // Another clause with its own source is joined to it.
    const other = (await draft.view()).clauses.find(
      ({ sources: [source] }) => source?.contribution.id === draft.open,
    );
    joinClauses(text.doc, part, other?.id as string);
    expect(codeOf(await text.send())).toBe('ok');
    await until(async () => (await clauseIn(part))?.sources.length === 2);
    expect((await clauseIn(part))?.sources.map((source) => source.contribution.id)).toEqual([
      draft.adopted,
      draft.open,
    ]);
    expect(await clauseIn(other?.id as string)).toBeUndefined();
    // Moved.
    const ids = text.clauses().map((clause) => clause.id);
    orderClauses(text.doc, [part, ...ids.filter((each) => each !== part)]);
    await text.send();
    const place = async (wanted: string) =>
      (await draft.view()).clauses.findIndex((clause) => clause.id === wanted);
    await until(async () => (await place(part)) < (await place(id)));
    expect((await clauseIn(part))?.sources).toHaveLength(2);
    text.cut();
  });

  it('gives a pasted copy an id of its own, and a clause of one language to the others', async () => {
    const draft = await makeDraft();
    const text = await open(draft.hall.moderator.client, draft);
    const { id } = draft.adoptedClause;
    const element = elementOf(text.doc, 'fr', id) as Y.XmlElement;
    const copy = newElement(attributesOf(element), 'Une copie, puis changée.');
    text.doc.getXmlFragment('fr').insert(text.doc.getXmlFragment('fr').length, [copy]);
    await text.send();
    const found = async () =>
      (await draft.view()).clauses.find(({ texts }) => texts.fr === 'Une copie, puis changée.');
    await until(async () => (await found()) !== undefined);
    expect((await found())?.id).not.toBe(id);
    expect((await found())?.sources).toHaveLength(1);
    const ids = (await draft.view()).clauses.map((clause) => clause.id);
    await until(() => text.clauses('ar').length === ids.length);
    for (const lang of ['fr', 'ar', 'en'] as const)
      expect(text.clauses(lang).map((clause) => clause.id)).toEqual(ids);
    text.cut();
  });

  it('is one truth with the edits by REST, which reach everybody who writes', async () => {
    const draft = await makeDraft();
    const text = await open(draft.hall.moderator.client, draft);
    const { id } = draft.adoptedClause;
    text.type(id, 0, 'Ici, ');
    await text.send();
    // At once, before the clauses would follow by themselves: nothing that was acknowledged is written over.
    const one = `/api/v1/appeals/${draft.id}/clauses/${id}`;
    const stale = await draft.hall.organiser.client.patch(one, { texts: { en: 'In English.' }, version: 1 });
    expect(stale.body).toMatchObject({ code: 'object.changed' });
    await until(async () => (await draft.view()).clauses.find((clause) => clause.id === id)?.version === 2);
    const edited = await draft.hall.organiser.client.patch<AppealView>(one, {
      texts: { en: 'In English.' },
      version: 2,
    });
    expect(edited.body.clauses.find((clause) => clause.id === id)?.texts).toMatchObject({
      en: 'In English.',
      fr: expect.stringMatching(/^Ici, Nous/),
    });
    await until(() => text.textOf(id, 'en') === 'In English.');
    expect(text.heard.at(-1)?.participantId).toBe(draft.hall.organiser.participantId);
    text.cut();
  });

  it('gathers updates in the background and forgets nobody and nothing', async () => {
    const draft = await makeDraft();
    const text = await open(draft.hall.moderator.client, draft);
    const { id } = draft.adoptedClause;
    const letters = 'abcdefghij'.repeat(21);
    for (const letter of letters) {
      text.type(id, 0, letter);
      // As fast as it goes: a socket may send so much, and then has to wait.
      while (!(await text.send()).ok) await test.db.query('SELECT pg_sleep(0.2)');
    }
    const stored = async () =>
      (
        await test.db.query('SELECT count(*)::int AS updates FROM document_update WHERE appeal_id = $1', [
          draft.id,
        ])
      )[0];
    await until(async () => (await stored()).updates < 60);
    const again = await open(draft.hall.organiser.client, draft);
    expect(again.textOf(id)).toBe(text.textOf(id));
    expect(again.textOf(id)).toContain([...letters].reverse().join(''));
    const writers = await test.db.query(
      'SELECT client, participant_id FROM document_writer WHERE appeal_id = $1 AND participant_id IS NOT NULL',
      [draft.id],
    );
    expect(writers).toEqual([
      { client: String(text.doc.clientID), participant_id: draft.hall.moderator.participantId },
    ]);
    for (const each of [text, again]) each.cut();
  });

  it('merges what was written without a connection, on return', async () => {
    const draft = await makeDraft();
    const second = await makePerson(test, draft.hall.forum.id, 'moderator');
    const [a, b] = [await open(draft.hall.moderator.client, draft), await open(second.client, draft)];
    const { id } = draft.adoptedClause;
    a.cut();
    a.type(id, 0, 'Sans réseau, ');
    b.type(id, 4, ', en ligne,');
    await b.send();
    await a.connect();
    expect(codeOf(await a.send())).toBe('ok');
    const both = 'Sans réseau, Nous, en ligne, nous';
    await until(() => [a, b].every((text) => text.textOf(id)?.startsWith(both)));
    for (const text of [a, b]) text.cut();
  });

  it('tells carets by the letters that they stand at, and takes nothing else for one', async () => {
    const draft = await makeDraft();
    const [a, b] = [
      await open(draft.hall.moderator.client, draft),
      await open(draft.hall.organiser.client, draft),
    ];
    const { id: clauseId } = draft.adoptedClause;
    const paragraph = (elementOf(a.doc, 'fr', clauseId) as Y.XmlElement).get(0) as Y.XmlElement;
    const [head, anchor] = [5, 0].map((at) =>
      Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(paragraph.get(0) as Y.XmlText, at)),
    );
    const place = { appealId: draft.id, clauseId, lang: 'fr', writing: false };
    const tell = (more: object) => a.line.ask('document.presence', { ...place, ...more });
    expect((await tell({ head, anchor })).ok).toBe(true);
    const told = await b.present((presence) => presence.head !== null && presence.anchor !== null);
    b.type(clauseId, 0, 'Oui, ');
    const found = [told.head, told.anchor].map(
      (each) =>
        Y.createAbsolutePositionFromRelativePosition(
          Y.decodeRelativePosition(new Uint8Array(each as Uint8Array)),
          b.doc,
        )?.index,
    );
    expect(found).toEqual([10, 5]);
    const sources = Y.encodeRelativePosition(
      Y.createRelativePositionFromTypeIndex(a.doc.getMap('sources') as never, 0),
    );
    for (const wrong of [sources, randomBytes(33), 'AAA=', [0, 1], { item: 1 }, 7])
      expect(await tell({ head: wrong })).toMatchObject({
        ok: false,
        error: { code: 'request.invalid', fields: [{ field: 'head', rule: 'isPlace' }] },
      });
    // In no language there is no caret, and without a caret nothing is selected.
    await tell({ lang: null, head });
    await b.present(({ lang, head: none }) => lang === null && none === null);
    await tell({ anchor });
    await b.present(({ lang, anchor: none }) => lang === 'fr' && none === null);
    for (const text of [a, b]) text.cut();
  });

  it('shows who is where and who is gone, and stores nothing of it', async () => {
    const draft = await makeDraft();
    const [a, b] = [
      await open(draft.hall.moderator.client, draft),
      await open(draft.hall.delegate.client, draft),
    ];
    const told = { appealId: draft.id, clauseId: draft.adoptedClause.id, lang: 'fr', writing: true };
    await a.line.ask('document.presence', told);
    await b.line.ask('document.presence', told);
    const mine = await b.present(({ participantId }) => participantId === draft.hall.moderator.participantId);
    expect(mine).toMatchObject({ clauseId: draft.adoptedClause.id, lang: 'fr', writing: true });
    // Who may only read writes nowhere, whatever they say.
    expect(
      await a.present(({ participantId }) => participantId === draft.hall.delegate.participantId),
    ).toMatchObject({
      writing: false,
    });
    const third = await draft.hall.organiser.client.socket('/appeal');
    const answer = await third.ask<OpenedDocument>('document.open', { appealId: draft.id });
    expect(answer.ok && answer.data.present.map(({ participantId }) => participantId).sort()).toEqual(
      [draft.hall.moderator.participantId, draft.hall.delegate.participantId].sort(),
    );
    a.cut();
    await b.line.hear<{ key: string }>('absent', ({ key }) => key === mine.key);
    b.cut();
    third.close();
  });
});

describe('who may write', () => {
  it('readers hear everything and write nothing, not even the deletion of all', async () => {
    const draft = await makeDraft();
    const reader = await open(draft.hall.delegate.client, draft);
    for (const { id } of reader.clauses()) removeClause(reader.doc, id);
    expect(codeOf(await reader.send())).toBe('auth.forbidden');
    const { body } = await draft.hall.delegate.client.post(`/api/v1/appeals/${draft.id}/document/updates`, {
      epoch: reader.epoch,
      update: Buffer.from(Y.encodeStateAsUpdate(reader.doc)).toString('base64'),
    });
    expect(body).toMatchObject({ code: 'auth.forbidden' });
    const text = await open(draft.hall.moderator.client, draft);
    expect(text.clauses()).toHaveLength((await draft.view()).clauses.length);
    text.type(draft.adoptedClause.id, 0, 'Lu: ');
    await text.send();
    await until(() => reader.heard.length === 1);
    for (const each of [text, reader]) each.cut();
  });

  it('whose seat is taken away stops at once, and hears nothing more', async () => {
    const draft = await makeDraft();
    const second = await makePerson(test, draft.hall.forum.id, 'moderator');
    const [a, b] = [await open(draft.hall.moderator.client, draft), await open(second.client, draft)];
    const { id } = draft.adoptedClause;
    await test.db.query('UPDATE participant SET suspended_at = now() WHERE id = $1', [second.participantId]);
    b.type(id, 0, 'Encore ');
    // Before any event tells of it: what is stored asks who may write now.
    expect(codeOf(await b.send())).toBe('object.missing');
    expect((await open(draft.hall.organiser.client, draft)).textOf(id)).toBe(draft.adoptedClause.texts.fr);
    await test.db.query('UPDATE participant SET suspended_at = NULL WHERE id = $1', [second.participantId]);
    const path = `/api/v1/forums/${draft.hall.forum.slug}/participants/${second.participantId}`;
    await draft.hall.organiser.client.patch(path, { suspended: true });
    await b.line.hear('reopen');
    const heard = b.heard.length;
    a.type(id, 0, 'Sans lui, ');
    await a.send();
    expect(codeOf(await b.sendRaw(Y.encodeStateAsUpdate(new Y.Doc())))).toBe('object.missing');
    expect(b.heard).toHaveLength(heard);
    const refused = await b.connect();
    expect(refused.ok ? 'ok' : refused.error.code).toBe('object.missing');
    for (const each of [a, b]) each.cut();
  });

  it('everybody through a compile, nobody once the appeal is published', async () => {
    const draft = await makeDraft();
    const text = await open(draft.hall.moderator.client, draft);
    const { client } = draft.hall.moderator;
    // A compile goes into what people made of the draft; whoever has it open goes on in it.
    text.type(draft.adoptedClause.id, 0, 'Avant. ');
    await text.send();
    await client.post(draft.path, { lang: 'fr' });
    await until(async () => (await draft.view()).state === 'drafting');
    text.type(draft.adoptedClause.id, 0, 'Après. ');
    expect(codeOf(await text.send())).toBe('ok');
    expect(codeOf(await text.sendRaw(Y.encodeStateAsUpdate(new Y.Doc()), newId()))).toBe('document.replaced');
    const words = `Après. Avant. ${draft.adoptedClause.texts.fr}`;
    await until(async () =>
      (await draft.view()).clauses.some(
        ({ id, texts }) => id === draft.adoptedClause.id && texts.fr === words,
      ),
    );
    text.cut();
    const again = await open(client, draft);
    const one = `/api/v1/appeals/${draft.id}`;
    await client.post(`${one}/fates`, {});
    await approveAll(draft.hall, draft.id);
    const { version } = (
      await client.post<AppealView>(`${one}/review`, {
        version: (await draft.view()).version,
      })
    ).body;
    // Written after the chair looked: it is told, and looks again.
    const [first] = again.clauses();
    again.type(first?.id as string, 0, 'Non, ');
    await again.send();
    expect((await client.post(`${one}/adoption`, { version })).body).toMatchObject({
      code: 'object.changed',
    });
    await until(async () => (await draft.view()).version > version);
    await approveAll(draft.hall, draft.id);
    const put = await client.post(`${one}/adoption`, { version: (await draft.view()).version });
    expect(put.body).toMatchObject({ state: 'adopting' });
    again.type(first?.id as string, 0, 'Vraiment, ');
    expect(codeOf(await again.send())).toBe('appeal.state');
    await voteOn(draft.hall, { kind: 'appeal', id: draft.id });
    const ready = await draft.view();
    expect((await client.post(`${one}/publish`, { version: ready.version })).status).toBe(200);
    await until(async () => (await draft.view()).state === 'published');
    expect((await draft.view()).clauses[0]?.texts.fr).toMatch(/^Non, /);
    again.cut();
  });
});

describe('what does not fit', () => {
  it('is refused and leaves no trace: noise, foreign parts, marks, markup, strange attributes, other people’s devices', async () => {
    const draft = await makeDraft();
    const text = await open(draft.hall.moderator.client, draft);
    const before = await draft.view();
    const wrong = (change: (doc: Y.Doc) => void): Uint8Array => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(text.doc));
      const vector = Y.encodeStateVector(doc);
      change(doc);
      return Y.encodeStateAsUpdate(doc, vector);
    };
    const fr = (doc: Y.Doc) => doc.getXmlFragment('fr');
    const first = (doc: Y.Doc) => elementsOf(doc, 'fr')[0] as Y.XmlElement;
    const words = (doc: Y.Doc) => (first(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    const hostile: Readonly<Record<string, Uint8Array>> = {
      noise: randomBytes(400),
      nothing: new Uint8Array(),
      cut: wrong((doc) => words(doc).insert(0, 'Halb')).slice(0, -4),
      script: wrong((doc) => fr(doc).insert(0, [new Y.XmlElement('script')])),
      nested: wrong((doc) =>
        first(doc).insert(0, [newElement({ ...attributesOf(first(doc)), id: newId() }, '')]),
      ),
      'words between clauses': wrong((doc) => fr(doc).insert(0, [new Y.XmlText('Hier')])),
      marks: wrong((doc) => words(doc).format(0, 3, { bold: true })),
      embedded: wrong((doc) => words(doc).insertEmbed(0, { src: 'https://example.org' })),
      attribute: wrong((doc) => first(doc).setAttribute('onclick', 'alert(1)')),
      'id that is none': wrong((doc) => first(doc).setAttribute('id', '"><script>')),
      'no id': wrong((doc) => first(doc).removeAttribute('id')),
      'other value': wrong((doc) => first(doc).setAttribute('sources', { a: 1 } as never)),
      'other part': wrong((doc) => doc.getMap('else').set('a', 1)),
      'invented source': wrong((doc) => doc.getMap('sources').set(newId(), { quote: 'x' })),
      'source taken away': wrong((doc) =>
        doc.getMap('sources').delete([...doc.getMap('sources').keys()][0] as string),
      ),
      subdocument: wrong((doc) => doc.getMap('sources').set('d', new Y.Doc())),
      'too long': wrong((doc) => words(doc).insert(0, 'x'.repeat(9_000))),
      'out of the air': (() => {
        const doc = new Y.Doc();
        doc
          .getXmlFragment('fr')
          .insert(0, [newElement({ ...attributesOf(first(text.doc)), id: newId() }, 'a')]);
        const vector = Y.encodeStateVector(doc);
        doc
          .getXmlFragment('fr')
          .insert(1, [newElement({ ...attributesOf(first(text.doc)), id: newId() }, 'b')]);
        return Y.encodeStateAsUpdate(doc, vector);
      })(),
    };
    for (const [what, update] of Object.entries(hostile))
      expect([what, codeOf(await text.sendRaw(update))]).toEqual([
        what,
        expect.stringMatching(/^document\.(unfit|incomplete|full)$/),
      ]);
    const second = await makePerson(test, draft.hall.forum.id, 'moderator');
    const thief = await open(second.client, draft);
    text.type(draft.adoptedClause.id, 0, 'Mien. ');
    await text.send();
    thief.doc.clientID = text.doc.clientID;
    await until(() => thief.heard.length === 1);
    thief.type(draft.adoptedClause.id, 0, 'Volé. ');
    expect(codeOf(await thief.send())).toBe('document.unfit');
    const after = await open(draft.hall.organiser.client, draft);
    expect(after.clauses()).toEqual(text.clauses());
    await until(async () => (await draft.view()).version > before.version);
    expect((await draft.view()).clauses.map(({ texts }) => texts.fr)).toEqual(
      before.clauses.map(({ id, texts }) => (id === draft.adoptedClause.id ? `Mien. ${texts.fr}` : texts.fr)),
    );
    for (const each of [text, thief, after]) each.cut();
  });

  it('ten megabytes cut the line; a body of them is too large; a thousand at once wait their turn', async () => {
    const draft = await makeDraft();
    const large = await open(draft.hall.moderator.client, draft);
    const gone = new Promise((resolve) => large.line.io.once('disconnect', resolve));
    large.line.io.emit('document.update', {
      appealId: draft.id,
      epoch: large.epoch,
      update: Buffer.alloc(10 * 1024 * 1024),
    });
    await gone;
    const path = `/api/v1/appeals/${draft.id}/document/updates`;
    const update = Buffer.alloc(300 * 1024).toString('base64');
    const { status } = await draft.hall.moderator.client.post(path, { epoch: large.epoch, update });
    expect(status).toBe(400);
    const fast = await open(draft.hall.moderator.client, draft);
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => {
        fast.type(draft.adoptedClause.id, 0, 'x');
        return fast.send();
      }),
    );
    const codes = answers.map(codeOf);
    expect(codes).toEqual(expect.arrayContaining(['ok', 'request.too-many']));
    // What builds on a letter that was refused waits for it.
    expect(codes.filter((code) => !/^(ok|request\.too-many|document\.incomplete)$/.test(code))).toEqual([]);
    fast.cut();
  });

  it('what a message cannot carry goes by HTTP, and reaches everybody', async () => {
    const draft = await makeDraft();
    const [a, b] = [
      await open(draft.hall.moderator.client, draft),
      await open(draft.hall.organiser.client, draft),
    ];
    a.cut();
    const attributes = { kind: 'operative', topic: '', lang: 'fr', editorial: 'Long.', sources: '' } as const;
    for (let i = 0; i < 25; i++)
      insertClause(a.doc, { ...attributes, id: newId() }, { fr: `${i} ${'mot '.repeat(900)}`.trim() }, null);
    const update = Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc));
    expect(update.length).toBeGreaterThan(64 * 1024);
    const path = `/api/v1/appeals/${draft.id}/document/updates`;
    const stored = await draft.hall.moderator.client.post<{ seq: number }>(path, {
      epoch: a.epoch,
      update: Buffer.from(update).toString('base64'),
    });
    expect(stored).toMatchObject({ status: 200, body: { seq: 1 } });
    await until(() => b.clauses().length === a.clauses().length);
    b.cut();
  });
});

describe('versions', () => {
  it('are named, compared and brought back as a further one, sources included', async () => {
    const draft = await makeDraft();
    const { client } = draft.hall.moderator;
    const path = `/api/v1/appeals/${draft.id}/text-versions`;
    const text = await open(client, draft);
    const { id } = draft.adoptedClause;
    text.type(id, 0, 'Ensemble, ');
    await text.send();
    // What was acknowledged a moment ago is in it.
    const first = await client.post<TextVersion>(path, { name: ' Première  lecture ' });
    expect(first).toMatchObject({
      status: 201,
      body: { number: 1, name: 'Première lecture', restored: null },
    });
    expect(first.body.author?.id).toBe(draft.hall.moderator.participantId);
    expect(first.body.clauses.find((clause) => clause.id === id)?.texts.fr).toMatch(/^Ensemble, Nous/);
    const before = await draft.view();
    removeClause(text.doc, id);
    const rest = text.clauses();
    orderClauses(text.doc, rest.map((clause) => clause.id).reverse());
    text.type(rest[0]?.id as string, 0, 'Autrement. ');
    await text.send();
    await until(async () => !(await draft.view()).clauses.some((clause) => clause.id === id));
    const { body } = await draft.hall.organiser.client.post<TextVersion>(`${path}/1/restore`);
    expect(body).toMatchObject({ number: 2, name: 'Première lecture', restored: 1 });
    expect(body.clauses).toEqual(first.body.clauses);
    const after = await draft.view();
    const bare = ({ clauses }: AppealView) => clauses.map(({ version, ...clause }) => clause);
    expect(bare(after)).toEqual(bare(before));
    // Whoever has it open sees it come back.
    await until(
      () =>
        text
          .clauses()
          .map((clause) => clause.id)
          .join() === after.clauses.map((clause) => clause.id).join(),
    );
    const list = await draft.hall.delegate.client.get<{ items: TextVersionSummary[] }>(path);
    expect(list.body.items.map(({ number, restored }) => [number, restored])).toEqual([
      [2, 1],
      [1, null],
    ]);
    expect((await client.post(`${path}/7/restore`)).status).toBe(404);
    expect((await client.post(path, { name: '  ' })).status).toBe(400);
    text.cut();
  });
});

describe('compiling again', () => {
  it('brings what is new into the text that people have open, beside what they wrote', async () => {
    const draft = await makeDraft();
    const { client } = draft.hall.moderator;
    const text = await open(client, draft);
    text.type(draft.adoptedClause.id, 0, 'Ensemble, ');
    await text.send();
    const quote = 'Ouvrir dans chaque ville une maison de la participation, gérée avec les habitants.';
    await makeProposal(
      test,
      draft.hall,
      draft.hall.delegate,
      { fr: { title: 'Maison', text: quote } },
      { state: 'adopted', number: 9 },
    );
    // At once: what was acknowledged is in the draft that the compile goes into.
    await client.post(draft.path, { lang: 'fr' });
    await until(() => text.clauses().some((clause) => clause.text === quote), 30_000);
    await until(async () => (await draft.view()).state === 'drafting');
    const view = await draft.view();
    expect(view.clauses.find(({ id }) => id === draft.adoptedClause.id)?.texts.fr).toMatch(/^Ensemble, Nous/);
    expect(text.clauses('en').map(({ id }) => id)).toEqual(view.clauses.map(({ id }) => id));
    const made = view.clauses.find(({ texts }) => texts.fr === quote);
    expect(made?.sources).toHaveLength(1);
    // The new clause is written in like any other.
    text.type(made?.id as string, 0, 'Puis: ');
    expect(codeOf(await text.send())).toBe('ok');
    await until(async () => (await draft.view()).clauses.some(({ texts }) => texts.fr === `Puis: ${quote}`));
    text.cut();
  });
});
