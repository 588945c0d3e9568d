import { fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import type { BallotContent } from '../../src/voting/ballots.contract.js';
import type { FormTerms } from '../src/features/voting/ballot/content.js';
import { BallotForm } from '../src/features/voting/ballot/form.js';
import { joined, moved, placed, rankOf, tapped } from '../src/features/voting/ballot/ranking.js';
import { needTexts, setLang } from '../src/i18n/i18n.js';
import { optionsOf, termsOf } from './ballot-terms.js';

function Held({ terms, held }: { readonly terms: FormTerms; readonly held: { ballot: BallotContent } }) {
  const [value, setValue] = useState<BallotContent>({});
  held.ballot = value;
  return <BallotForm terms={terms} value={value} onChange={setValue} />;
}

/** Shows a form and gives the ballot that it holds. */
function fill(terms: FormTerms): () => BallotContent {
  const held = { ballot: {} };
  render(<Held terms={terms} held={held} />);
  return () => held.ballot;
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

beforeAll(async () => {
  await setLang('en');
  await needTexts(['voting', 'forms']);
});

describe('an order of preference', () => {
  const START = [['1'], ['2', '3'], ['4']];

  it('takes what is tapped last, and out what is tapped again', () => {
    expect(tapped(START, '5')).toEqual([['1'], ['2', '3'], ['4'], ['5']]);
    expect(tapped(START, '1')).toEqual([['2', '3'], ['4']]);
    expect(tapped(START, '2')).toEqual([['1'], ['3'], ['4']]);
  });

  it('moves one step at a time: out of a shared place first, then past the next, and not beyond an end', () => {
    expect(moved(START, '3', -1)).toEqual([['1'], ['3'], ['2'], ['4']]);
    expect(moved(START, '2', 1)).toEqual([['1'], ['3'], ['2'], ['4']]);
    expect(moved(START, '4', -1)).toEqual([['1'], ['4'], ['2', '3']]);
    expect(moved(START, '1', -1)).toBe(START);
    expect(moved(START, '4', 1)).toBe(START);
  });

  it('joins the place above and parts from it, and counts who shares one', () => {
    expect(joined(START, '4')).toEqual([['1'], ['2', '3', '4']]);
    expect(joined(START, '3')).toEqual([['1'], ['2'], ['3'], ['4']]);
    expect(joined(START, '1')).toBe(START);
    expect(['1', '2', '3', '4'].map((id) => rankOf(START, id))).toEqual([1, 2, 2, 4]);
  });

  it('puts what was dragged before the group that it was dropped on', () => {
    expect(placed(START, '4', 0)).toEqual([['4'], ['1'], ['2', '3']]);
    expect(placed(START, '1', 1)).toEqual([['2', '3'], ['1'], ['4']]);
    expect(placed(START, '2', 3)).toEqual([['1'], ['3'], ['4'], ['2']]);
  });

  it('is made by tapping, and by keys without losing the focus', () => {
    const ballot = fill(termsOf('stv'));
    for (const name of [/^Fatou/, /^Amina/, /^Jan/]) press(name);
    expect(ballot()).toEqual({ ranking: [['3'], ['1'], ['4']] });
    const fatou = screen.getByRole('button', { name: /1 ?Fatou/ });
    fatou.focus();
    fireEvent.keyDown(fatou, { key: 'ArrowDown' });
    expect(ballot()).toEqual({ ranking: [['1'], ['3'], ['4']] });
    expect(document.activeElement?.textContent).toContain('Fatou');
    press('Move down: Fatou');
    expect(ballot()).toEqual({ ranking: [['1'], ['4'], ['3']] });
    expect(screen.getByRole('status').textContent).toBe('Fatou: place 3.');
    press(/2 ?Jan/);
    expect(ballot()).toEqual({ ranking: [['1'], ['3']] });
  });

  it.each([
    ['stv', false],
    ['irv', false],
    ['schulze', true],
    ['ranked-pairs', true],
    ['borda', true],
  ] as const)('under %s has equal places: %s', (method, ties) => {
    const ballot = fill(termsOf(method));
    press(/^Fatou/);
    press(/^Amina/);
    expect(screen.queryAllByRole('button', { name: /^Level with/ })).toHaveLength(ties ? 1 : 0);
    if (!ties) return;
    press('Level with the one above: Amina');
    expect(ballot()).toEqual({ ranking: [['3', '1']] });
  });
});

describe('choosing', () => {
  it('one takes the place of another', () => {
    const ballot = fill(termsOf('plurality'));
    fireEvent.click(screen.getByRole('radio', { name: 'Rui' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Jan' }));
    expect(ballot()).toEqual({ choices: ['4'] });
  });

  it('up to two takes no third, and is in the order of the poll', () => {
    const ballot = fill(termsOf('plurality', { choicesMax: 2 }));
    for (const name of ['Jan', 'Amina', 'Rui']) fireEvent.click(screen.getByRole('checkbox', { name }));
    expect(ballot()).toEqual({ choices: ['1', '4'] });
    expect(screen.getByRole('status').textContent).toContain('2 of 2');
  });

  it('by approval takes all that is ticked', () => {
    const ballot = fill(termsOf('approval'));
    for (const name of ['Jan', 'Amina', 'Rui', 'Jan'])
      fireEvent.click(screen.getByRole('checkbox', { name }));
    expect(ballot()).toEqual({ approved: ['1', '2'] });
  });

  it('among two hundred finds by words, accents or not, and keeps what is out of sight', () => {
    const names = Array.from({ length: 199 }, (_, at) => `Measure ${at + 1}`);
    const ballot = fill(termsOf('plurality', { choicesMax: 3, options: optionsOf('Médina', ...names) }));
    fireEvent.click(screen.getByLabelText('Measure 7'));
    fireEvent.change(screen.getByLabelText('Search 200 options'), { target: { value: 'medina' } });
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Médina' }));
    expect(ballot()).toEqual({ choices: ['1', '8'] });
  });
});

describe('scores', () => {
  it('of a few steps are picked, and taken back', () => {
    const ballot = fill(termsOf('score', { scoreRange: [0, 5] }));
    const scale = within(screen.getByRole('group', { name: 'Rui' }));
    fireEvent.click(scale.getByRole('radio', { name: '0' }));
    fireEvent.click(within(screen.getByRole('group', { name: 'Jan' })).getByRole('radio', { name: '5' }));
    expect(ballot()).toEqual({ scores: { 2: 0, 4: 5 } });
    press('No score: Rui');
    expect(ballot()).toEqual({ scores: { 4: 5 } });
  });

  it('of many steps are typed or stepped, and stay within their range', () => {
    const ballot = fill(termsOf('score', { scoreRange: [-2, 20] }));
    const typed = screen.getByRole('spinbutton', { name: 'Score: Rui' });
    fireEvent.change(typed, { target: { value: '99' } });
    expect(ballot()).toEqual({ scores: { 2: 20 } });
    press('Lower: Rui');
    press('Higher: Jan');
    expect(ballot()).toEqual({ scores: { 2: 19, 4: -2 } });
    fireEvent.change(typed, { target: { value: '' } });
    expect(ballot()).toEqual({ scores: { 4: -2 } });
  });
});
