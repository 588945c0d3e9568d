import { sha256 } from '../../src/kernel/hash-chain.js';
import { marked } from '../../src/proposals/amendments/amendment-text.js';
import type { AmendmentsView, AmendmentView } from '../../src/proposals/amendments/amendments.contract.js';
import type { ProposalExport } from '../../src/proposals/exports/export.contract.js';
import { changeOf } from '../../src/proposals/exports/tracked.js';
import type { ProposalView } from '../../src/proposals/proposals.contract.js';
import { addressOf, kindOf, runsOf } from '../../src/text/marked-text.js';
import { merge } from '../../src/text/merge.js';
import type { Paragraph, WrittenParagraph } from '../../src/text/rich-text.contract.js';
import { ApiDescription } from '../support/api-description.js';
import { startApp, type TestApp } from '../support/app.js';
import type { BrowserClient, Reply } from '../support/browser-client.js';
import { lettersOf, openPdf } from '../support/pdf-files.js';
import { makeHall } from '../support/people.js';
import { sendFile } from '../support/sent-files.js';
import { joined, WordFileRead } from '../support/word-files.js';

let test: TestApp;
let hall: Awaited<ReturnType<typeof makeHall>>;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());
beforeEach(async () => {
  hall = await makeHall(test);
});

const FRENCH: WrittenParagraph[] = [
  { kind: 'text', html: 'Chaque quartier garde une <strong>fontaine publique</strong>.' },
  {
    kind: 'text',
    html: 'La ville paie l’eau, selon <a href="https://example.org/eau?a=1&amp;b=2" rel="nofollow noopener">la loi</a>.',
  },
  { kind: 'bullet', html: 'une fontaine par rue ;' },
  { kind: 'bullet', html: 'un banc <em>à l’ombre</em>.' },
  { kind: 'number', html: 'On plante des arbres.' },
  { kind: 'quote', html: 'L’eau est à tous.<br />Elle se partage.' },
  { kind: 'text', html: 'Un conseil veille sur le tout.' },
];
const ARABIC: WrittenParagraph[] = [
  { kind: 'text', html: 'تحتفظ كل حارة بسقاية عمومية.' },
  { kind: 'text', html: 'تؤدي المدينة ثمن الماء.' },
  { kind: 'quote', html: 'الماء ملك <strong>للجميع</strong>.' },
  { kind: 'text', html: 'يسهر مجلس الحارة على ذلك.' },
];

async function ok<T>(asked: Promise<Reply<unknown>>, status = 200): Promise<T> {
  const reply = await asked;
  if (reply.status !== status) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body as T;
}

async function drafted(lang: string, title: string, paragraphs: object[]): Promise<ProposalView> {
  const path = `/api/v1/forums/${hall.forum.slug}/proposals`;
  return ok(
    hall.delegate.client.post(path, { lang, title, summary: '', paragraphs, topicId: hall.topic.id }),
    201,
  );
}

async function admitted(lang: string, title: string, paragraphs: object[]): Promise<ProposalView> {
  const { id, version } = await drafted(lang, title, paragraphs);
  const submitted = await ok<ProposalView>(
    hall.delegate.client.post(`/api/v1/proposals/${id}/submit`, { version }),
  );
  return ok(hall.moderator.client.post(`/api/v1/proposals/${id}/admit`, { version: submitted.version }));
}

const textOf = ({ texts, lang }: ProposalView): readonly Paragraph[] =>
  texts.find((text) => text.lang === lang)?.paragraphs ?? [];

/** The text as an amendment would have it: at these places otherwise, without it (null), or with more behind it. */
function otherwise(
  proposal: ProposalView,
  changes: Readonly<Record<number, string | null | WrittenParagraph | readonly WrittenParagraph[]>>,
): WrittenParagraph[] {
  return textOf(proposal).flatMap((paragraph, at): WrittenParagraph[] => {
    const change = changes[at];
    if (change === undefined) return [paragraph];
    if (change === null) return [];
    if (typeof change === 'string') return [{ ...paragraph, html: change }];
    if (Array.isArray(change)) return [paragraph, ...change];
    return [{ ...paragraph, ...(change as WrittenParagraph) }];
  });
}

async function amended(
  { id }: ProposalView,
  paragraphs: readonly object[],
  {
    by = hall.otherDelegate.client,
    reason = 'It reads better so.',
    submit = true,
    parentId = undefined as string | undefined,
  } = {},
): Promise<AmendmentView> {
  const path = `/api/v1/proposals/${id}/amendments`;
  const draft = await ok<AmendmentView>(
    by.post(path, { reason, paragraphs, ...(parentId && { parentId }) }),
    201,
  );
  if (!submit) return draft;
  return ok(by.post(`/api/v1/amendments/${draft.id}/submit`, { version: draft.version }));
}

async function download(
  { id }: Pick<ProposalView, 'id'>,
  file: string,
  { as = hall.anonymous, headers = {} }: { as?: BrowserClient; headers?: Record<string, string> } = {},
): Promise<{ status: number; headers: Headers; bytes: Uint8Array }> {
  const answer = await fetch(`${test.url}/api/v1/proposals/${id}/${file}`, {
    headers: { ...(as.cookie && { cookie: as.cookie }), ...headers },
  });
  return {
    status: answer.status,
    headers: answer.headers,
    bytes: new Uint8Array(await answer.arrayBuffer()),
  };
}

const exported = async (proposal: ProposalView, as?: BrowserClient): Promise<ProposalExport> =>
  JSON.parse(Buffer.from((await download(proposal, 'export.json', as && { as })).bytes).toString());

const word = async (proposal: ProposalView, lang: string) =>
  new WordFileRead((await download(proposal, `export.docx?lang=${lang}`)).bytes);

/** What a Word file must come to: the paragraphs of the text, as words and looks. */
const asRead = (texts: readonly string[]) =>
  texts.map((text) => ({
    kind: kindOf(text),
    runs: joined(runsOf(text)).map((run) => ({ ...run, href: run.href && addressOf(run.href) })),
  }));

/** Five amendments: two that go together, two that want the same words, and one of an amendment. */
async function fiveAmendments(proposal: ProposalView) {
  const first = await amended(
    proposal,
    otherwise(proposal, {
      0: 'Chaque quartier garde <em>et soigne</em> une <strong>fontaine</strong> publique.',
      2: { kind: 'number', html: 'une fontaine par rue, et par place ;' },
      6: null,
    }),
    { reason: 'Soigner, c’est garder.' },
  );
  const second = await amended(
    proposal,
    otherwise(proposal, {
      4: [
        { kind: 'number', html: 'On arrose les arbres.' },
        { kind: 'text', html: 'Fin.' },
      ],
    }),
    { by: hall.delegate.client },
  );
  const third = await amended(proposal, otherwise(proposal, { 1: 'La région paie l’eau.' }));
  const fourth = await amended(proposal, otherwise(proposal, { 1: 'L’État paie l’eau.', 3: 'un banc.' }));
  const fifth = await amended(proposal, otherwise(proposal, { 1: 'La région paie toute l’eau.' }), {
    parentId: third.id,
  });
  return [first, second, third, fourth, fifth] as const;
}

describe('the Word file', () => {
  it('tracks what can be adopted together: accepting all is the merged text, rejecting all the original', async () => {
    const proposal = await admitted('fr', 'Des fontaines', FRENCH);
    const [first, second] = await fiveAmendments(proposal);
    const file = await word(proposal, 'fr');
    const base = marked(textOf(proposal));
    const { paragraphs, collisions } = merge(
      base,
      [first, second].map(({ id, changes }) => ({ id, changes: changes.map(changeOf) })),
    );
    expect(collisions).toEqual([]);
    const result = paragraphs.filter(({ fate }) => fate !== 'deleted').map(({ text }) => text);
    expect(file.text('reject')).toEqual(asRead(base.map(({ text }) => text)));
    expect(file.text('accept')).toEqual(asRead(result));
    expect(file.text('accept')).not.toEqual(file.text('reject'));
    const name = (await exported(proposal)).amendments[0]?.author?.name;
    expect(new Set(file.revisions.map(({ author }) => author))).toEqual(
      new Set([`${name} (Amendement 1)`, expect.stringMatching(/\(Amendement 2\)$/)]),
    );
    expect(file.revisions.every(({ date }) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date))).toBe(true);
    expect(file.rightToLeft).toBe(false);
  });

  it('lists the others after the text, each by itself, so that nothing is lost', async () => {
    const proposal = await admitted('fr', 'Des fontaines', FRENCH);
    await fiveAmendments(proposal);
    const { words } = await word(proposal, 'fr');
    for (const part of [
      'Autres amendements',
      'Amendement 3',
      'Amendement 4',
      'Amendement 5 à l’amendement 3',
      'région',
      'L’État',
      'toute',
    ])
      expect(words).toContain(part);
  });

  it('is laid out from right to left in Arabic, and accepts and rejects as exactly', async () => {
    const proposal = await admitted('ar', 'السقايات', ARABIC);
    const amendment = await amended(
      proposal,
      otherwise(proposal, {
        0: 'تحتفظ كل حارة ومدينة بسقاية.',
        1: null,
        2: { kind: 'text', html: 'الماء <strong>ملك للجميع</strong>.' },
        3: [{ kind: 'bullet', html: 'ويغرس الأشجار.' }],
      }),
    );
    const file = await word(proposal, 'ar');
    const base = marked(textOf(proposal));
    const { paragraphs } = merge(base, [{ id: amendment.id, changes: amendment.changes.map(changeOf) }]);
    expect(file.text('reject')).toEqual(asRead(base.map(({ text }) => text)));
    expect(file.text('accept')).toEqual(
      asRead(paragraphs.filter(({ fate }) => fate !== 'deleted').map(({ text }) => text)),
    );
    expect(file.text('accept').map(({ kind }) => kind)).toEqual(['text', 'text', 'text', 'bullet']);
    expect(file.rightToLeft).toBe(true);
    expect(file.revisions.map(({ author }) => author)).toContainEqual(expect.stringContaining('التعديل 1'));
    const { words } = await openPdf((await download(proposal, 'export.pdf?lang=ar')).bytes);
    for (const part of ['ومدينة', 'يغرس', 'للجميع', 'التعديل'])
      expect(words.normalize('NFKC')).toContain(part);
  });
});

describe('the PDF', () => {
  it('has title, state, authors, numbered lines and paragraphs, and each amendment with its reason', async () => {
    const proposal = await admitted('fr', 'Des fontaines', [
      ...FRENCH,
      ...Array.from({ length: 12 }, (_, at) => ({
        kind: 'text',
        html: `Article ${at}. ${'La ville agit. '.repeat(20)}`,
      })),
    ]);
    await fiveAmendments(proposal);
    const { words, info, roles } = await openPdf((await download(proposal, 'export.pdf?lang=fr')).bytes);
    expect(info).toMatchObject({ Title: 'Proposition 1 – Des fontaines', Language: 'fr' });
    for (const part of [
      'État : recevable',
      'fontaine publique',
      'un banc à l’ombre',
      'L’eau est à tous.',
      'Amendement 1',
      'Soigner, c’est garder.',
      'et soigne',
      'déposé',
      'Amendement 5 à l’amendement 3',
      'Ne peut être adopté avec : 4',
      'Paragraphe 7 : supprimé',
      'Après : Paragraphe 5 : ajouté',
    ])
      expect(words).toContain(part);
    for (const line of [5, 10, 35]) expect(words).toMatch(new RegExp(`(^| )${line} `));
    expect([...roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Link']));
  });

  it('is Arabic in Arabic, and a translation stands behind the text that is voted on', async () => {
    const proposal = await admitted('fr', 'Des fontaines', FRENCH.slice(0, 2));
    const paragraphs = ARABIC.slice(0, 2).map(({ html }, at) => ({ ...textOf(proposal)[at], html }));
    await ok(
      hall.moderator.client.put(`/api/v1/proposals/${proposal.id}/texts/ar`, {
        title: 'السقايات',
        paragraphs,
        version: proposal.version,
      }),
    );
    const { words, info } = await openPdf((await download(proposal, 'export.pdf?lang=ar')).bytes);
    expect(info).toMatchObject({ Language: 'ar' });
    const letters = words.normalize('NFKC');
    for (const part of ['المقترح', 'السقايات', 'فرنسية', 'المدينة']) expect(letters).toContain(part);
    expect(lettersOf(words)).toContain('ء');
    expect(letters).toContain('Chaque quartier');
    const french = await openPdf((await download(proposal, 'export.pdf?lang=fr')).bytes);
    expect(french.words.normalize('NFKC')).not.toContain('السقايات');
  });
});

it('the synopsis sets each paragraph beside the amendments to it, on a sheet that lies', async () => {
  const proposal = await admitted('fr', 'Des fontaines', FRENCH);
  await fiveAmendments(proposal);
  const { words, size, roles } = await openPdf((await download(proposal, 'synopsis.pdf?lang=en')).bytes);
  const [, , width, height] = size as number[];
  expect(width).toBeGreaterThan(height as number);
  expect([...roles]).toEqual(expect.arrayContaining(['Table', 'TR', 'TH', 'TD']));
  const at = (part: string) => {
    expect(words).toContain(part);
    return words.indexOf(part);
  };
  expect(at('La ville paie')).toBeLessThan(at('La région'));
  expect(at('La région')).toBeLessThan(at('L’eau est à tous'));
  expect(words).toMatch(/Amendment 3 · .{1,60} · submitted/);
});

describe('the JSON', () => {
  it('has all that belongs to the proposal, as it is described, and nothing of the reader', async () => {
    const api = await ApiDescription.of(test.url);
    const proposal = await admitted('fr', 'Des fontaines', FRENCH);
    const [first] = await fiveAmendments(proposal);
    await ok(hall.otherDelegate.client.put(`/api/v1/proposals/${proposal.id}/city-endorsement`));
    await ok(hall.delegate.client.post(`/api/v1/amendments/${first.id}/accept`, { version: first.version }));
    const found = await exported(proposal, hall.delegate.client);
    expect(api.faultsOfAnswer('GET /api/v1/proposals/:id/export.json', 200, found)).toEqual([]);
    expect(found).toMatchObject({ format: 'nidaa.proposal', formatVersion: 1 });
    expect(found.versions.map(({ cause }) => cause)).toEqual(['submitted', 'amended']);
    expect(found.versions[1]?.traces.flatMap(({ amendmentIds }) => amendmentIds)).toContain(first.id);
    expect(found.amendments.map(({ number, state }) => [number, state])).toEqual([
      [1, 'accepted'],
      [2, 'submitted'],
      [3, 'submitted'],
      [4, 'submitted'],
      [5, 'submitted'],
    ]);
    expect(found.collisions).toHaveLength(1);
    expect(found.proposal.cityEndorsements).toHaveLength(1);
    for (const own of ['abilities', 'followed', 'endorsed', 'asksFor', 'invited'])
      expect(found.proposal).not.toHaveProperty(own);
  });
});

describe('attached files', () => {
  it('are named with their size and sum in each export', async () => {
    const { id } = await drafted('fr', 'Des fontaines', FRENCH);
    const bytes = Buffer.from('Ce que coûte une fontaine.');
    await sendFile(hall.delegate.client, id, bytes, 'ميزانية.txt');
    await sendFile(hall.delegate.client, id, Buffer.from('Plan'), `${'plan '.repeat(19)}.txt`);
    const as = hall.delegate.client;
    const view = await ok<ProposalView>(as.get(`/api/v1/proposals/${id}`));
    expect((await exported(view, as)).proposal.attachments).toEqual(view.attachments);
    const sum = view.attachments[0]?.sha256;
    expect(sum).toBe(sha256(bytes));
    for (const [lang, heading] of [
      ['fr', 'Fichiers joints'],
      ['ar', 'المرفقة'],
    ] as const) {
      const { words } = await openPdf((await download(view, `export.pdf?lang=${lang}`, { as })).bytes);
      const file = new WordFileRead((await download(view, `export.docx?lang=${lang}`, { as })).bytes);
      for (const text of [words.normalize('NFKC'), file.words])
        for (const part of [heading, 'ميزانية', String(bytes.length), `SHA-256 ${sum}`])
          expect(text).toContain(part);
    }
    const none = await drafted('fr', 'Sans fichier', FRENCH);
    const { words } = await openPdf((await download(none, 'export.pdf?lang=fr', { as })).bytes);
    expect(words).not.toContain('Fichiers joints');
  });
});

describe('what is exported', () => {
  it('is what its reader sees: a draft for its authors alone, and nobody’s draft of an amendment', async () => {
    const draft = await drafted('fr', 'Brouillon', FRENCH);
    for (const file of ['export.pdf', 'synopsis.pdf', 'export.docx', 'export.json']) {
      expect((await download(draft, file)).status).toBe(404);
      expect((await download(draft, file, { as: hall.moderator.client })).status).toBe(404);
      expect((await download(draft, file, { as: hall.delegate.client })).status).toBe(200);
    }
    const proposal = await admitted('fr', 'Des fontaines', FRENCH);
    const secret = otherwise(proposal, { 0: 'Un secret.' });
    await amended(proposal, secret, { reason: 'Caché.', submit: false });
    for (const as of [hall.delegate.client, hall.otherDelegate.client]) {
      expect((await exported(proposal, as)).amendments).toEqual([]);
      const { words } = await openPdf((await download(proposal, 'export.pdf', { as })).bytes);
      expect(words).not.toContain('secret');
    }
    const list = await ok<AmendmentsView>(
      hall.otherDelegate.client.get(`/api/v1/proposals/${proposal.id}/amendments`),
    );
    expect(list.amendments).toHaveLength(1);
  });

  it('is saved under a name that says what it is, in any script, and never opened in place', async () => {
    const proposal = await admitted('ar', 'السقايات/../"؟"\u202e', ARABIC);
    const { headers } = await download(proposal, 'export.docx?lang=ar');
    const disposition = headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="proposal\.docx"; filename\*=UTF-8''[\w.~%-]+\.docx$/);
    const name = decodeURIComponent(disposition.replace(/^.*''/, ''));
    expect(name).toBe('المقترح 1 - السقايات .. ؟.docx');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toContain('no-store');
    const french = await admitted('fr', 'L’eau, « à tous »', FRENCH);
    const plain = (await download(french, 'synopsis.pdf', { headers: { 'accept-language': 'fr' } })).headers;
    expect(plain.get('content-type')).toBe('application/pdf');
    expect(plain.get('content-disposition')).toMatch(/filename="Proposition 2 - Leau, a tous - Synopsis/);
  });

  it('holds whatever somebody wrote: signs of no font, of other formats, of none at all', async () => {
    const naughty = [
      '#panic("x") $x$ *y* _z_ \\ // @a <b>',
      '</w:t></w:r> ]]> &amp;amp; \u{1f468}\u200d\u{1f469}\u200d\u{1f467} 中文 𓀀 ⟦',
      'fin\uffff\ufffe de \u0301 texte \ud83d',
      `<a href="">vide</a> <a href="https://example.org/${'a'.repeat(3_000)}?b=&quot;">long</a>`,
    ].map((html) => ({ kind: 'text' as const, html }));
    const proposal = await admitted('fr', '#set "中文" \ufffe</w:t>', naughty);
    await amended(proposal, otherwise(proposal, { 1: 'x 中文 \uffff y', 2: null, 3: naughty }), {
      reason: '中文 \uffff',
    });
    const file = await word(proposal, 'ar');
    expect(file.text('reject').map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual(
      marked(textOf(proposal)).map(({ text }) =>
        runsOf(text)
          .map((run) => run.text.replace(/[\ufffe\uffff]/g, ''))
          .join(''),
      ),
    );
    for (const paper of ['export.pdf', 'synopsis.pdf']) {
      const { words, info } = await openPdf((await download(proposal, `${paper}?lang=fr`)).bytes);
      expect(info.Language).toBe('fr');
      expect(words).toContain('#panic("x") $x$ *y* _z_');
    }
    expect((await exported(proposal)).amendments).toHaveLength(1);
  });
});
