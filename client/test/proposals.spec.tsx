import './text-encoder.js';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import type { ProposalAbilities, ProposalView } from '../../src/proposals/proposals.contract.js';
import type { Paragraph } from '../../src/text/rich-text.contract.js';
import { stillNeeded } from '../src/features/proposals/admission.js';
import { Endorsements } from '../src/features/proposals/endorsements.js';
import Exporting from '../src/features/proposals/exporting.js';
import { addressOf, filterOf, isNarrow } from '../src/features/proposals/filter.js';
import ProposalActions from '../src/features/proposals/proposal-actions.js';
import ProposalBody from '../src/features/proposals/proposal-body.js';
import ProposalStory from '../src/features/proposals/proposal-story.js';
import { Standing } from '../src/features/proposals/standing.js';
import { needTexts, setLang } from '../src/i18n/i18n.js';
import { groupsOf } from '../src/ui/paragraphs.js';

describe('the filter in an address', () => {
  it('comes back as it went in, and reads alike whatever its order was', () => {
    const address =
      'q=eau&topic=t&state=debated&city=c&author=a&written=ar&mine=true&followed=true&sort=breadth';
    expect(addressOf(filterOf(new URLSearchParams(address)))).toBe(address);
    expect(addressOf(filterOf(new URLSearchParams('sort=breadth&q=eau')))).toBe('q=eau&sort=breadth');
  });

  it('is nothing where the address says nothing that it knows', () => {
    const search = new URLSearchParams('state=lost&sort=old&mine=1&written=xx&q=%20&other=1');
    expect(filterOf(search)).toEqual({});
    expect(addressOf({ sort: 'new' })).toBe('');
  });

  it('narrows unless it only sorts', () => {
    expect([isNarrow({}), isNarrow({ sort: 'endorsed' }), isNarrow({ mine: true })]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('the rule of admission', () => {
  it('counts each region once, and cities of no known country for none', () => {
    const cities = [{ region: 'africa' as const }, { region: 'africa' as const }, { region: null }];
    expect(stillNeeded({ delegations: 5, regions: 2 }, cities)).toEqual({ delegations: 2, regions: 1 });
    expect(stillNeeded({ delegations: 2, regions: 1 }, cities)).toEqual({ delegations: 0, regions: 0 });
  });
});

describe('paragraphs', () => {
  const p = (id: string, kind: Paragraph['kind']): Paragraph => ({ id, kind, html: id });

  it('are lists and quotations where they follow each other, and keep their numbers', () => {
    const all = [
      p('A', 'text'),
      p('B', 'text'),
      p('C', 'bullet'),
      p('D', 'bullet'),
      p('E', 'number'),
      p('F', 'quote'),
    ];
    expect(groupsOf(all).map(({ kind, from, paragraphs }) => [kind, from, paragraphs.length])).toEqual([
      ['text', 1, 1],
      ['text', 2, 1],
      ['bullet', 3, 2],
      ['number', 5, 1],
      ['quote', 6, 1],
    ]);
  });
});

describe('a proposal on its page', () => {
  const NONE = Object.fromEntries(
    [
      ...[
        'edit',
        'translate',
        'attach',
        'invite',
        'answerInvitation',
        'leave',
        'submit',
        'admit',
        'return',
        'debate',
      ],
      ...['schedule', 'unschedule', 'withdraw', 'lapse', 'merge', 'unmerge', 'link', 'endorse'],
      ...['endorseForCity', 'putToVote', 'follow'],
    ].map((name) => [name, false]),
  ) as unknown as ProposalAbilities;
  const author = { id: 'a', name: 'Amina', cityName: null };
  const made = (more: Partial<ProposalView> = {}): ProposalView => ({
    id: 'one',
    number: 7,
    state: 'admitted',
    title: 'Un four par quartier',
    summary: '',
    titleLang: 'fr',
    topicId: null,
    author,
    endorsements: 0,
    endorsingCities: 0,
    importedSupport: 0,
    imported: false,
    createdAt: '2014-06-12T10:00:00Z',
    activeAt: '2014-06-12T10:00:00Z',
    lang: 'fr',
    texts: [],
    attachments: [],
    version: 3,
    coAuthors: [],
    invited: [],
    cityIds: [],
    sessionId: null,
    endorsed: false,
    endorsers: [],
    cityEndorsements: [],
    admission: null,
    mergedInto: null,
    merged: [],
    linked: [],
    asksFor: [],
    moves: [],
    versions: [],
    followed: false,
    abilities: NONE,
    ...more,
  });
  function show(page: React.ReactNode) {
    const client = new QueryClient({
      defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY, enabled: false } },
    });
    return render(
      <QueryClientProvider client={client}>
        <MemoryRouter>{page}</MemoryRouter>
      </QueryClientProvider>,
    );
  }

  beforeAll(async () => {
    await setLang('en');
    await needTexts(['proposals', 'reading', 'handling', 'story', 'exporting', 'forms']);
  });

  const french = {
    lang: 'fr',
    title: 'Un four',
    summary: '',
    paragraphs: [
      { id: 'AAAAAAAA', kind: 'text' as const, html: 'Chaque <strong>quartier</strong> a un four.' },
      { id: 'BBBBBBBB', kind: 'text' as const, html: 'Il est ouvert &amp; public.' },
      { id: 'CCCCCCCC', kind: 'text' as const, html: 'Trois.' },
    ],
    stale: { head: false, paragraphs: [] },
  };

  it('numbers its paragraphs, and its text is the text alone', () => {
    const { container } = show(<ProposalBody proposal={made({ texts: [french] })} />);
    expect(screen.getByRole('link', { name: 'Paragraph 2' }).getAttribute('href')).toBe('/#BBBBBBBB');
    expect(container.querySelector('#BBBBBBBB')?.textContent).toBe('Il est ouvert & public.');
    expect(container.querySelector('#AAAAAAAA strong')?.textContent).toBe('quartier');
  });

  it('marks what lags behind the text that was written, and says what is not translated', () => {
    const english = {
      lang: 'en',
      title: 'An oven',
      summary: '',
      paragraphs: [
        { id: 'AAAAAAAA', kind: 'text' as const, html: 'Every quarter has an oven.' },
        { id: 'BBBBBBBB', kind: 'text' as const, html: 'It is open.' },
      ],
      stale: { head: true, paragraphs: ['BBBBBBBB', 'CCCCCCCC'] },
    };
    const { container } = show(<ProposalBody proposal={made({ texts: [french, english] })} />);
    expect(container.querySelector('#BBBBBBBB .stale-mark')?.textContent).toContain('French');
    expect(container.querySelector('#AAAAAAAA .stale-mark')).toBeNull();
    expect(screen.getByText('1 paragraph is not translated yet.')).toBeTruthy();
    expect(screen.getByText(/Title and summary lag/)).toBeTruthy();
  });

  it('offers what the server allows, and nothing else', () => {
    const names = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);
    const { unmount } = show(<ProposalActions slug="fes" proposal={made()} />);
    expect(names()).toEqual([]);
    unmount();
    const abilities = { ...NONE, debate: true, schedule: true, merge: true, link: true, lapse: true };
    show(<ProposalActions slug="fes" proposal={made({ abilities })} />);
    expect(names()).toEqual(['Open for debate', 'Put on the programme', 'Merge', 'Link', 'Let it lapse']);
  });

  it('is saved as four files in the language of the page, each told what it is for', () => {
    show(<Exporting proposal={made()} />);
    const links = screen.getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['PDF', '/api/v1/proposals/one/export.pdf?lang=en'],
      ['Synopsis (PDF)', '/api/v1/proposals/one/synopsis.pdf?lang=en'],
      ['Word (DOCX)', '/api/v1/proposals/one/export.docx?lang=en'],
      ['Data (JSON)', '/api/v1/proposals/one/export.json?lang=en'],
    ]);
    for (const link of links) {
      expect(link.hasAttribute('download')).toBe(true);
      expect(document.getElementById(link.getAttribute('aria-describedby') ?? '')?.textContent).toBeTruthy();
    }
  });

  it('tells its way step by step, each with who, when and why', () => {
    const moves: ProposalView['moves'] = [
      {
        move: 'submit',
        from: 'draft',
        to: 'submitted',
        by: author,
        reason: null,
        at: '2014-06-12T10:00:00Z',
      },
      {
        move: 'admit',
        from: 'submitted',
        to: 'admitted',
        by: null,
        reason: null,
        at: '2014-06-12T11:00:00Z',
      },
      {
        move: 'lapse',
        from: 'admitted',
        to: 'lapsed',
        by: author,
        reason: 'Too late.',
        at: '2014-06-13T10:00:00Z',
      },
    ];
    show(<ProposalStory slug="fes" proposal={made({ state: 'lapsed', moves })} />);
    const steps = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(steps).toHaveLength(3);
    expect(steps[0]).toContain('Amina');
    expect(steps[1]).toContain('enough cities endorsed it');
    expect(steps[2]).toContain('Admitted → Lapsed');
    expect(steps[2]).toContain('Too late.');
  });

  it('says how many cities and regions are still needed, persons and cities apart', () => {
    const proposal = made({
      state: 'submitted',
      admission: { delegations: 3, regions: 2 },
      endorsers: [author],
      endorsements: 1,
      endorsingCities: 1,
      cityEndorsements: [
        {
          delegationId: 'd',
          city: { ar: 'فاس', fr: 'Fès', en: 'Fez' },
          region: 'africa',
          by: author,
          at: '',
        },
      ],
    });
    show(<Endorsements slug="fes" proposal={proposal} />);
    expect(screen.getByText(/2 more delegations are needed/).textContent).toContain(
      '1 more region is needed',
    );
    const cities = screen.getByRole('heading', { name: 'Cities that endorse it' })
      .parentElement as HTMLElement;
    expect(within(cities).getByRole('listitem').textContent).toContain('Fez');
  });

  it('leads to where it goes on after a merge, with the reason', () => {
    const mergedInto = { id: 'two', number: 2, state: 'debated' as const, title: 'Ovens', titleLang: 'en' };
    const moves: ProposalView['moves'] = [
      {
        move: 'merge',
        from: 'admitted',
        to: 'merged',
        by: null,
        reason: 'The same wish.',
        at: '2014-06-12T10:00:00Z',
      },
    ];
    show(<Standing slug="fes" proposal={made({ state: 'merged', mergedInto, moves })} />);
    expect(screen.getByRole('link', { name: 'Ovens' }).getAttribute('href')).toBe('/f/fes/proposals/two');
    expect(screen.getByText('The same wish.')).toBeTruthy();
  });
});
