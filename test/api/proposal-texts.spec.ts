import type { ProposalView, VersionView } from '../../src/proposals/proposals.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { type BrowserClient, ok } from '../support/browser-client.js';
import { makeHall } from '../support/people.js';

let test: TestApp;
let hall: Awaited<ReturnType<typeof makeHall>>;
let path: string;

beforeAll(async () => {
  test = await startApp();
  hall = await makeHall(test);
  path = `/api/v1/forums/${hall.forum.slug}/proposals`;
});
afterAll(() => test.stop());

const written = (html: string, id?: string) => ({ kind: 'text' as const, html, ...(id && { id }) });
const ARTICLES = ['Chaque quartier garde sa fontaine.', 'La ville paie son eau.', 'Un conseil y veille.'];

const drafted = (over: object = {}): Promise<ProposalView> =>
  ok(
    hall.delegate.client.post(path, {
      lang: 'fr',
      title: 'Des fontaines',
      paragraphs: ARTICLES.map((html) => written(html)),
      ...over,
    }),
  );
const move = (client: BrowserClient, { id, version }: ProposalView, name: string, more: object = {}) =>
  ok<ProposalView>(client.post(`/api/v1/proposals/${id}/${name}`, { version, ...more }));
const edit = ({ id, version }: ProposalView, paragraphs: object[], more: object = {}) =>
  ok<ProposalView>(
    hall.delegate.client.patch(`/api/v1/proposals/${id}`, {
      title: 'Des fontaines',
      paragraphs,
      version,
      ...more,
    }),
  );
const translate = ({ id, version }: ProposalView, lang: string, text: object) =>
  ok<ProposalView>(hall.delegate.client.put(`/api/v1/proposals/${id}/texts/${lang}`, { version, ...text }));
const textIn = ({ texts }: ProposalView, lang: string) => {
  const text = texts.find((each) => each.lang === lang);
  if (!text) throw new Error(`no ${lang}`);
  return text;
};
const idsOf = (proposal: ProposalView) => textIn(proposal, proposal.lang).paragraphs.map(({ id }) => id);

describe('paragraphs', () => {
  it('keep their ids through edits, moves and neighbours; a new one gets its own', async () => {
    const draft = await drafted();
    const [first, second, third] = idsOf(draft) as [string, string, string];
    const edited = await edit(draft, [
      written('Un conseil de cinq y veille.', third),
      written('Tout neuf.'),
      written(ARTICLES[0] as string),
      written('La région paie.', second),
    ]);
    const ids = idsOf(edited);
    expect([ids[0], ids[2], ids[3]]).toEqual([third, first, second]);
    expect([first, second, third]).not.toContain(ids[1]);
  });

  it('that name an id twice, or one of another text, are told apart', async () => {
    const draft = await drafted();
    const [first] = idsOf(draft) as [string];
    const edited = await edit(draft, [
      written('Une.', first),
      written('Deux.', first),
      written('Trois.', '00000000'),
    ]);
    expect(new Set(idsOf(edited)).size).toBe(3);
    expect(idsOf(edited)).not.toContain('00000000');
  });

  it('are lists and quotes too, without anything that could run', async () => {
    const draft = await drafted({
      paragraphs: [
        { kind: 'bullet', html: 'Eau <img src=x onerror=alert(1)>' },
        { kind: 'number', html: '<em>Un</em>' },
        { kind: 'quote', html: '<a href="https://example.org/?a=1&b=2" onclick="x()">Ibn Khaldoun</a>' },
      ],
    });
    expect(textIn(draft, 'fr').paragraphs.map(({ kind, html }) => [kind, html])).toEqual([
      ['bullet', 'Eau'],
      ['number', '<em>Un</em>'],
      ['quote', '<a href="https://example.org/?a=1&amp;b=2" rel="nofollow noopener">Ibn Khaldoun</a>'],
    ]);
  });

  it('too many or too long are refused with a code', async () => {
    for (const paragraphs of [
      Array.from({ length: 1_001 }, () => written('x')),
      [written('x'.repeat(20_001))],
      [{ kind: 'table', html: 'x' }],
      [written('x', 'not an id')],
    ])
      expect(await hall.delegate.client.post(path, { lang: 'fr', title: 'Trop', paragraphs })).toMatchObject({
        status: 400,
        body: { code: 'request.invalid' },
      });
  });
});

describe('a translation', () => {
  it('lags behind where the text moved on, part by part, until somebody has looked', async () => {
    const draft = await drafted();
    const ids = idsOf(draft) as [string, string, string];
    const english = ['Each quarter keeps its fountain.', 'The city pays.', 'A council looks after it.'];
    const translated = await translate(draft, 'en', {
      title: 'Fountains',
      paragraphs: english.map((html, at) => written(html, ids[at])),
    });
    expect(textIn(translated, 'en').stale).toEqual({ head: false, paragraphs: [] });
    const moved = await edit(translated, [
      written(ARTICLES[0] as string, ids[0]),
      written('La région paie son eau.', ids[1]),
      written('Un conseil de cinq y veille.', ids[2]),
      written('Et l’air.'),
    ]);
    const added = idsOf(moved)[3] as string;
    expect(textIn(moved, 'en').stale).toEqual({ head: false, paragraphs: [ids[1], ids[2], added] });
    const half = await translate(moved, 'en', {
      title: 'Fountains',
      paragraphs: [
        written(english[0] as string, ids[0]),
        written('The region pays.', ids[1]),
        written(english[2] as string, ids[2]),
      ],
      checked: { paragraphs: [ids[2]] },
    });
    expect(textIn(half, 'en').stale).toEqual({ head: false, paragraphs: [added] });
    const renamed = await edit(
      half,
      idsOf(half).map((id, at) => written(`Article ${at}`, id)),
      {
        title: 'Des fontaines partout',
      },
    );
    expect(textIn(renamed, 'en').stale.head).toBe(true);
  });
});

describe('versions', () => {
  it('keep every submitted text in all its languages, whatever becomes of it', async () => {
    const draft = await drafted({ summary: 'De l’eau.' });
    expect(draft.versions).toEqual([]);
    const submitted = await move(hall.delegate.client, draft, 'submit');
    const returned = await move(hall.moderator.client, submitted, 'return', { reason: 'Plus court.' });
    const edited = await edit(returned, [written('Une fontaine.', idsOf(draft)[0])]);
    const again = await move(hall.delegate.client, edited, 'submit');
    expect(again.versions.map(({ number, cause }) => [number, cause])).toEqual([
      [1, 'submitted'],
      [2, 'submitted'],
    ]);
    expect(again.moves.map(({ move: name, reason }) => [name, reason])).toEqual([
      ['submit', null],
      ['return', 'Plus court.'],
      ['submit', null],
    ]);
    const first = await ok<VersionView>(hall.delegate.client.get(`/api/v1/proposals/${draft.id}/versions/1`));
    expect(first.texts[0]).toMatchObject({
      summary: 'De l’eau.',
      paragraphs: ARTICLES.map((html) => ({ html })),
    });
    expect((await hall.delegate.client.get(`/api/v1/proposals/${draft.id}/versions/3`)).status).toBe(404);
    expect((await hall.anonymous.get(`/api/v1/proposals/${draft.id}/versions/1`)).status).toBe(404);
  });
});
