import './text-encoder.js';
import { render, screen } from '@testing-library/react';
import type { Paragraph } from '../../src/text/rich-text.contract.js';
import { chosenVersions, languagesOf } from '../src/features/proposals/versions.js';
import { needTexts, setLang } from '../src/i18n/i18n.js';
import { type Piece, piecesOf, placed, plainParagraph, rowsOf } from '../src/lib/compared.js';
import { Differences, ParagraphDifferences } from '../src/ui/differences.js';

const p = (id: string, html: string, kind: Paragraph['kind'] = 'text'): Paragraph => ({ id, html, kind });
const words = (pieces: readonly Piece[], ...ops: Piece['op'][]) =>
  pieces.flatMap(({ op, runs }) => (ops.includes(op) ? runs.map(({ text }) => text) : [])).join('');

describe('what was changed in a paragraph', () => {
  it('gives both sides back, and cuts no word', () => {
    const [before, after] = ['Every city opens a bath by 2030.', 'Every city reopens an old bath by 2035.'];
    const pieces = piecesOf(plainParagraph(before), plainParagraph(after));
    expect(words(pieces, 'keep', 'delete')).toBe(before);
    expect(words(pieces, 'keep', 'insert')).toBe(after);
    expect(pieces.filter(({ op }) => op === 'keep').map(({ runs }) => runs[0]?.text)).toContain(
      'Every city ',
    );
  });

  it('knows words that were only set off or led elsewhere, and how they looked', () => {
    const pieces = piecesOf(
      p('A', 'A <strong>free</strong> <a href="https://one.example/">source</a>'),
      p('A', 'A free <a href="https://two.example/">source</a>'),
    );
    const changed = pieces.filter(({ was, runs }) => was !== null && runs[0]?.text.trim());
    expect(changed.map(({ runs }) => runs[0]?.text)).toEqual(['free', 'source']);
    expect(changed.map(({ was }) => [was?.[0]?.strong, was?.[0]?.href])).toEqual([
      [true, null],
      [false, 'https://one.example/'],
    ]);
    expect(words(pieces, 'delete', 'insert')).toBe('');
  });

  it('is all of it where the other side has none', () => {
    expect(piecesOf(null, p('A', 'new')).map(({ op }) => op)).toEqual(['insert']);
    expect(piecesOf(p('A', 'old'), null).map(({ op }) => op)).toEqual(['delete']);
    expect(piecesOf(null, null)).toEqual([]);
  });

  it('takes the signs of a title for what they are', () => {
    const text = 'Bread & <roses> "now"';
    expect(words(piecesOf(plainParagraph(text), plainParagraph(text)), 'keep')).toBe(text);
  });
});

describe('two states of a text', () => {
  const before = [p('A', 'one'), p('B', 'two'), p('C', 'three'), p('D', 'four')];
  const told = (after: readonly Paragraph[]) =>
    rowsOf(before, after).map(({ change, before: was, after: is }) => [
      change,
      was?.number ?? 0,
      is?.number ?? 0,
    ]);

  it('are the same', () => {
    expect(new Set(rowsOf(before, before).map(({ change }) => change))).toEqual(new Set(['same']));
  });

  it('show what is gone where it was, and what is new where it is', () => {
    expect(told([p('A', 'one'), p('N', 'new'), p('C', 'three!'), p('D', 'four')])).toEqual([
      ['same', 1, 1],
      ['added', 0, 2],
      ['removed', 2, 0],
      ['changed', 3, 3],
      ['same', 4, 4],
    ]);
  });

  it('show a moved paragraph once with its changes and once as left', () => {
    expect(told([p('B', 'two'), p('C', 'three'), p('D', 'four'), p('A', 'one and a half')])).toEqual([
      ['left', 1, 4],
      ['same', 2, 1],
      ['same', 3, 2],
      ['same', 4, 3],
      ['moved', 1, 4],
    ]);
  });

  it('count every paragraph of both, whatever was done to them', () => {
    const after = [p('D', 'four'), p('X', 'x'), p('B', 'zwei'), p('Y', 'y'), p('A', 'one')];
    const rows = rowsOf(before, after);
    const numbers = (side: 'before' | 'after') =>
      rows.flatMap((row) => (row.change === 'left' ? [] : (row[side]?.number ?? []))).sort();
    expect(numbers('before')).toEqual([1, 2, 3, 4]);
    expect(numbers('after')).toEqual([1, 2, 3, 4, 5]);
  });

  it('number the items of a list anew in each list', () => {
    const list = [p('A', 'a', 'number'), p('B', 'b', 'number'), p('C', 'c'), p('D', 'd', 'number')];
    expect(placed(list).map(({ number, ordinal }) => [number, ordinal])).toEqual([
      [1, 1],
      [2, 2],
      [3, null],
      [4, 1],
    ]);
  });
});

describe('the versions that are compared', () => {
  const version = (number: number) => ({
    number,
    cause: 'submitted' as const,
    by: null,
    at: '2014-06-13T10:00:00Z',
  });
  const three = { versions: [1, 2, 3].map(version) };

  it('are those of the address, else the last two, else the last one and what stands', () => {
    expect(chosenVersions(three, '1', 'now')).toEqual([1, 'now']);
    expect(chosenVersions(three, null, null)).toEqual([2, 3]);
    expect(chosenVersions(three, '9', 'x')).toEqual([2, 3]);
    expect(chosenVersions({ versions: [version(1)] }, null, null)).toEqual([1, 'now']);
  });

  it('speak every language of either, the first one first', () => {
    const text = (lang: string) => ({ lang, title: '', summary: '', paragraphs: [] });
    expect(languagesOf('fr', [text('ar'), text('fr')], [text('en'), text('fr')])).toEqual(['fr', 'ar', 'en']);
  });
});

describe('differences on the page', () => {
  beforeAll(async () => {
    await setLang('en');
    await needTexts(['comparing']);
  });

  it('are marked as such, and said in words to whoever hears the page', () => {
    const { container } = render(
      <p>
        <Differences before={p('A', 'an old bath')} after={p('A', 'a new bath')} />
      </p>,
    );
    expect(container.textContent).toBe('[taken out: an old ] [put in: a new ]  bath');
    expect(container.querySelector('del')?.textContent).toContain('an old');
    expect(container.querySelector('ins')?.textContent).toContain('a new');
  });

  it('of one side leave out what is of the other', () => {
    const { container } = render(
      <Differences before={p('A', 'an old bath')} after={p('A', 'a new bath')} side="after" />,
    );
    expect([container.querySelectorAll('del').length, container.querySelectorAll('ins').length]).toEqual([
      0, 1,
    ]);
  });

  it('make a line break seen that was put in alone', () => {
    const { container } = render(<Differences before={p('A', 'one two')} after={p('A', 'one<br />two')} />);
    expect(container.querySelector('ins')?.textContent).toContain('↵');
  });

  it('stand in the direction of the text, not of the page', () => {
    const { container } = render(
      <ParagraphDifferences lang="ar" before={[p('A', 'كل مدينة')]} after={[p('A', 'كل حي في UNESCO')]} />,
    );
    const text = container.querySelector('.compared-text');
    expect([text?.getAttribute('lang'), text?.getAttribute('dir')]).toEqual(['ar', 'rtl']);
    expect(container.querySelector('ins')?.textContent).toContain('حي في UNESCO');
  });

  it('side by side show the whole of each, and say where there is none', () => {
    render(
      <ParagraphDifferences
        lang="en"
        before={[p('A', 'one')]}
        after={[p('A', 'one'), p('B', 'two')]}
        sides={['Version 1', 'Version 2']}
        onlyChanges
      />,
    );
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    expect(screen.getByText('Not in this version')).toBeTruthy();
    expect(screen.getByText('Added')).toBeTruthy();
  });
});
