import { readdir, readFile, utimes } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sha256 } from '../../src/kernel/hash-chain.js';
import { Config } from '../../src/platform/config/config.js';
import { FileSweep } from '../../src/platform/files/file-sweep.js';
import { Files } from '../../src/platform/files/files.service.js';
import { FILES_LOCK } from '../../src/platform/files/files-lock.js';
import { Sweeper } from '../../src/platform/http/sweeper.js';
import { ATTACHMENT_LIMITS } from '../../src/proposals/attachments/attachments.contract.js';
import type { ProposalView } from '../../src/proposals/proposals.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { makeProposal } from '../support/contributions.js';
import { makeHall, makePerson, type Person } from '../support/people.js';
import { sendFile, TAKEN } from '../support/sent-files.js';
import { until } from '../support/until.js';

let test: TestApp;
let hall: Awaited<ReturnType<typeof makeHall>>;
let number = 0;
beforeAll(async () => {
  test = await startApp();
  hall = await makeHall(test);
});
afterAll(() => test.stop());

const TEXTS = { fr: { title: 'Des fontaines', text: 'Chaque quartier garde sa fontaine.' } };
const propose = (state = 'draft', author: Person = hall.delegate): Promise<string> =>
  makeProposal(test, hall, author, TEXTS, { state, number: ++number });
const mine = () => hall.delegate.client;
const text = (words: string): Buffer => Buffer.from(words);
/** Bytes of this length that are no other file's. */
const long = (size: number): Buffer => Buffer.alloc(size, `${++number} and so on `);

const show = async (id: string, client = mine()) =>
  (await client.get<ProposalView>(`/api/v1/proposals/${id}`)).body;
const pathOf = (id: string, { attachments }: ProposalView, at = 0): string =>
  `/api/v1/proposals/${id}/attachments/${attachments[at]?.id}`;
const stored = async (): Promise<string[]> =>
  (await readdir(test.app.get(Files).folder, { recursive: true }))
    .map((path) => path.split('/').at(-1) as string)
    .filter((name) => name.length > 8);

describe('a file', () => {
  it('is attached by an author, named with its sum, and given to who may read the proposal', async () => {
    const id = await propose();
    const content = TAKEN.pdf as Uint8Array;
    const { status, body } = await sendFile(mine(), id, content, 'ميزانية ٢٠١٤.pdf');
    expect(status).toBe(201);
    expect(body.abilities.attach).toBe(true);
    expect(body.attachments).toEqual([
      {
        id: expect.any(String),
        name: 'ميزانية ٢٠١٤.pdf',
        mediaType: 'application/pdf',
        size: content.length,
        sha256: sha256(content),
        by: expect.objectContaining({ id: hall.delegate.participantId }),
        at: expect.any(String),
      },
    ]);
    const path = pathOf(id, body);
    expect((await hall.otherDelegate.client.get(path)).status).toBe(404);
    const response = await fetch(test.url + path, { headers: { cookie: mine().cookie } });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from(content));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="file.pdf"; filename*=UTF-8''${encodeURIComponent('ميزانية ٢٠١٤.pdf')}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      etag: `"${sha256(content)}"`,
    });
    const known = { headers: { cookie: mine().cookie, 'if-none-match': `"${sha256(content)}"` } };
    expect((await fetch(test.url + path, known)).status).toBe(304);

    await test.db.query(`UPDATE proposal SET state = 'admitted', admitted_at = now() WHERE id = $1`, [id]);
    const seen = await show(id, hall.anonymous);
    expect(seen.abilities.attach).toBe(false);
    expect(seen.attachments).toHaveLength(1);
    expect((await hall.anonymous.get(path)).status).toBe(200);
    const other = await propose();
    expect((await mine().get(path.replace(id, other))).status).toBe(404);
  });

  it.each(Object.entries(TAKEN))(
    'is %s by its content, not by its name or what the sender says',
    async (ending, content) => {
      const { body } = await sendFile(
        mine(),
        await propose(),
        content,
        ending === 'csv' ? 'a.csv' : '../../x',
      );
      expect(body.attachments[0]?.name).toBe(ending === 'csv' ? 'a.csv' : `x.${ending}`);
    },
  );

  it('that is no kind of the list is refused, and nothing of it is left', async () => {
    const id = await propose();
    for (const content of [text('MZ\x90\0'), Buffer.from('\xff\xfe<html>', 'latin1'), Buffer.alloc(0)])
      expect(await sendFile(mine(), id, content, 'a.pdf')).toMatchObject({
        status: 400,
        body: { code: 'attachment.type' },
      });
    expect((await show(id)).attachments).toEqual([]);
    expect(await readdir(test.app.get(Files).incoming)).toEqual([]);
  });

  it('may have 10 MiB and not a byte more', async () => {
    const id = await propose();
    const { bytes } = ATTACHMENT_LIMITS;
    expect((await sendFile(mine(), id, long(bytes))).status).toBe(201);
    expect(await sendFile(mine(), id, long(bytes + 1))).toMatchObject({
      status: 413,
      body: { code: 'request.too-large' },
    });
    expect((await show(id)).attachments.map(({ size }) => size)).toEqual([bytes]);
    expect(await readdir(test.app.get(Files).incoming)).toEqual([]);
  });

  it('sent again is attached once, with a key or without, also by two at once', async () => {
    const id = await propose();
    const headers = { 'idempotency-key': 'the-same-key-again' };
    const again = await Promise.all(
      [1, 2].map(() => sendFile(mine(), id, text('the same'), 'a.txt', headers)),
    );
    expect(again.map(({ status }) => status)).toEqual([201, 201]);
    expect((await sendFile(mine(), id, text('the same'), 'b.txt')).body.attachments).toHaveLength(1);
    // The same key with another file is another file: nothing that was sent is lost.
    expect((await sendFile(mine(), id, text('another'), 'a.txt', headers)).body.attachments).toHaveLength(2);
  });

  it('is not attached by others, nor once the text stands still; nor taken away', async () => {
    for (const [state, client, code] of [
      ['admitted', hall.otherDelegate.client, 'auth.forbidden'],
      ['admitted', hall.moderator.client, 'auth.forbidden'],
      ['admitted', hall.anonymous, 'auth.required'],
      ['draft', hall.otherDelegate.client, 'object.missing'],
      ['submitted', mine(), 'proposal.state'],
      ['admitted', mine(), 'proposal.state'],
      ['adopted', mine(), 'proposal.state'],
    ] as const) {
      const id = await propose();
      const { body } = await sendFile(mine(), id, text('kept'));
      await test.db.query(
        `UPDATE proposal SET state = $2, admitted_at = CASE WHEN $2 = ANY('{draft,submitted}') THEN NULL ELSE now() END WHERE id = $1`,
        [id, state],
      );
      expect(await sendFile(client, id, text('other'))).toMatchObject({ body: { code } });
      expect(await client.delete(pathOf(id, body))).toMatchObject({ body: { code } });
      expect((await show(id)).attachments).toHaveLength(1);
    }
    const returned = await propose('returned');
    expect((await sendFile(mine(), returned, text('more'))).status).toBe(201);
  });

  it('does not move the version on: who writes on the text is not disturbed', async () => {
    const id = await propose();
    const before = (await show(id)).version;
    expect((await sendFile(mine(), id, text('beside'))).body.version).toBe(before);
  });

  it('is in the log with its sum, and so is that it was taken away', async () => {
    const id = await propose();
    const { body } = await sendFile(mine(), id, text('told'));
    await mine().delete(pathOf(id, body));
    const told = await test.db.query(
      `SELECT type, payload FROM event WHERE subject_id = $1 AND type LIKE 'proposal.%tached' ORDER BY created_at`,
      [id],
    );
    const payload = { attachment: body.attachments[0]?.id, sha256: sha256(text('told')) };
    expect(told).toEqual([
      { type: 'proposal.attached', payload: { ...payload, size: 4 } },
      { type: 'proposal.detached', payload },
    ]);
  });
});

describe('files of one proposal', () => {
  it('are ten, however many come at once', async () => {
    const id = await propose();
    const coAuthors = await Promise.all([1, 2, 3, 4].map(() => coAuthor(id)));
    for (let at = 0; at < 8; at++) await sendFile(mine(), id, text(`file ${at}`));
    const answers = await Promise.all(
      coAuthors.map(({ client }, at) => sendFile(client, id, text(`late ${at}`))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('attachment.too-many');
    expect((await show(id)).attachments).toHaveLength(ATTACHMENT_LIMITS.files);
    // A place becomes free, and what is there already is still there.
    expect((await sendFile(mine(), id, text('file 3'))).status).toBe(201);
    await mine().delete(pathOf(id, await show(id)));
    expect((await sendFile(mine(), id, text('the eleventh'))).status).toBe(201);
    // Were the rule not asked, the database would still say no.
    await expect(
      test.db.query(
        `INSERT INTO attachment SELECT gen_random_uuid(), forum_id, proposal_id, file_id, 11, sha256, participant_id, now()
           FROM attachment WHERE proposal_id = $1 LIMIT 1`,
        [id],
      ),
    ).rejects.toThrow('attachment_place_check');
  });

  it('have room for what one person may attach, over all proposals', async () => {
    const author = await makePerson(test, hall.forum.id, 'delegate', { delegationId: hall.delegation.id });
    const first = await propose('draft', author);
    await sendFile(author.client, first, text('so much'));
    const { bytesOfPerson } = ATTACHMENT_LIMITS;
    await test.db.query('UPDATE file SET size = $2 WHERE sha256 = $1', [
      sha256(text('so much')),
      bytesOfPerson - 5,
    ]);
    const second = await propose('draft', author);
    const answers = await Promise.all(
      ['12345', '54321'].map((words) => sendFile(author.client, second, text(words))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('attachment.no-room');
  });

  async function coAuthor(proposalId: string): Promise<Person> {
    const person = await makePerson(test, hall.forum.id, 'delegate', { delegationId: hall.delegation.id });
    await test.db.query(
      `INSERT INTO co_author (forum_id, proposal_id, participant_id, invited_at, accepted_at)
       VALUES ($1, $2, $3, now(), now())`,
      [hall.forum.id, proposalId, person.participantId],
    );
    return person;
  }
});

describe('bytes', () => {
  it('go with the file, unless another has the same', async () => {
    const [one, other] = [await propose(), await propose()];
    const hash = sha256(text('shared'));
    const { body } = await sendFile(mine(), one, text('shared'));
    await sendFile(mine(), other, text('shared'));
    expect((await mine().delete<ProposalView>(pathOf(one, body))).body.attachments).toEqual([]);
    expect(await readFile(test.app.get(Files).pathOf(hash), 'utf8')).toBe('shared');
    await mine().delete(pathOf(other, await show(other)));
    expect(await stored()).not.toContain(hash);
    expect((await mine().delete(pathOf(one, body))).status).toBe(404);
  });

  it('go with the proposal, and with a process that died before its commit; what is a file stays', async () => {
    const id = await propose();
    await sendFile(mine(), id, text('of a proposal that goes'));
    const kept = await propose();
    await sendFile(mine(), kept, text('kept'));
    const files = test.app.get(Files);
    // As a process leaves it that is killed between the bytes and the commit, and while they come in.
    const died = test.db.transaction(async (em) => {
      const received = await files.receive(Readable.from([text('of a process that died')]));
      await files.keepReceived(em, received, { forumId: null, name: 'a.txt', mediaType: 'text/plain' });
      throw new Error('killed');
    });
    await expect(died).rejects.toThrow('killed');
    const [old, young] = [
      await files.receive(Readable.from([text('old')])),
      await files.receive(Readable.from([text('young')])),
    ];
    const longAgo = new Date(Date.now() - 3 * 3_600_000);
    await utimes(old.path, longAgo, longAgo);

    await test.db.query('DELETE FROM proposal WHERE id = $1', [id]);
    await test.app.get(Sweeper).sweep();
    const left = await stored();
    expect(left).not.toContain(sha256(text('of a proposal that goes')));
    expect(left).not.toContain(sha256(text('of a process that died')));
    expect(left).toContain(sha256(text('kept')));
    expect(await readdir(files.incoming)).toEqual([young.path.split('/').at(-1)]);
    await files.discard(young);
    const rows = await test.db.query('SELECT DISTINCT sha256 FROM file');
    expect(left.filter((name) => name.length === 64).sort()).toEqual(
      rows.map(({ sha256: hash }: { sha256: string }) => hash).sort(),
    );
  });

  it('stay while a backup reads or a row is written that names them', async () => {
    const files = test.app.get(Files);
    const received = await files.receive(Readable.from([text('about to be named')]));
    const runner = test.db.createQueryRunner();
    await runner.startTransaction();
    await files.keepReceived(runner.manager, received, { forumId: null, name: 'a', mediaType: 'text/plain' });
    await test.app.get(FileSweep).drop([received.sha256]);
    expect(await stored()).toContain(received.sha256);
    await runner.rollbackTransaction();
    await runner.query('SELECT pg_advisory_lock_shared($1)', [FILES_LOCK]);
    await test.app.get(FileSweep).drop([received.sha256]);
    expect(await stored()).toContain(received.sha256);
    await runner.query('SELECT pg_advisory_unlock_shared($1)', [FILES_LOCK]);
    await runner.release();
    await test.app.get(FileSweep).drop([received.sha256]);
    expect(await stored()).not.toContain(received.sha256);
  });

  it('that stop coming are no file', async () => {
    const id = await propose();
    const edge = 'edge';
    const half = request(`${test.url}/api/v1/proposals/${id}/attachments`, {
      method: 'POST',
      headers: {
        cookie: mine().cookie,
        'x-nidaa': '1',
        'content-type': `multipart/form-data; boundary=${edge}`,
        'content-length': 1_000_000,
      },
    });
    half.on('error', () => undefined);
    half.write(`--${edge}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nHalf a`);
    const incoming = () => readdir(join(test.app.get(Config).dataDir, 'files', 'incoming'));
    await until(async () => (await incoming()).length === 1);
    half.destroy();
    await until(async () => (await incoming()).length === 0);
    expect((await show(id)).attachments).toEqual([]);
  });
});
