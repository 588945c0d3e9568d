import { CLAUSE_AMENDMENT_LIMITS } from '../../src/appeal/amendments/clause-amendments.contract.js';
import { changeOf, paragraphOf } from '../src/features/appeal/amending/as-paragraphs.js';
import {
  type AmendmentForm,
  broughtOver,
  changeOn,
  formOf,
  forWire,
  isComplete,
  standingOf,
} from '../src/features/appeal/amending/written.js';

const clauses = [
  { id: 'a', lang: 'fr' as const, text: 'Un budget pour tous.' },
  { id: 'b', lang: 'ar' as const, text: 'نلتزم بالمدينة.' },
];
const form = (...changes: AmendmentForm['changes']): AmendmentForm => ({
  reason: 'It is clearer.',
  lang: 'en',
  changes,
});

describe('an amendment to clauses, as it is being written', () => {
  it('begins on the words that stand there, and can be sent once it says something else', () => {
    const begun = changeOn(clauses, 'replace', 'a');
    expect(isComplete(form(begun), clauses)).toBe(false);
    const typed = { ...begun, text: 'Un grand budget pour tous.' };
    expect(isComplete(form(typed), clauses)).toBe(true);
    expect(isComplete({ ...form(typed), reason: ' x ' }, clauses)).toBe(false);
    expect(forWire(form(typed, changeOn(clauses, 'delete', 'b'))).changes).toEqual([
      { kind: 'replace', clauseId: 'a', was: 'Un budget pour tous.', text: 'Un grand budget pour tous.' },
      { kind: 'delete', clauseId: 'b', was: 'نلتزم بالمدينة.' },
    ]);
  });

  it('puts a clause at the beginning or behind another', () => {
    const first = { ...changeOn(clauses, 'insert', ''), text: 'Avant tout.' };
    const behind = { ...changeOn(clauses, 'insert', 'b'), text: 'Enfin.' };
    expect(isComplete(form(first, behind), clauses)).toBe(true);
    expect(forWire(form(first, behind)).changes).toEqual([
      { kind: 'insert', after: null, text: 'Avant tout.' },
      { kind: 'insert', after: 'b', text: 'Enfin.' },
    ]);
  });

  it('is not sent while its clause moved on; both changes are kept where they touch different words', () => {
    const typed = { ...changeOn(clauses, 'replace', 'a'), text: 'Un budget pour tous et toutes.' };
    const now = [
      { ...clauses[0], text: 'Un grand budget pour tous.' } as (typeof clauses)[0],
      clauses[1] as never,
    ];
    expect([standingOf(typed, now), isComplete(form(typed), now)]).toEqual(['moved', false]);
    const brought = broughtOver(typed, now);
    expect(brought).toMatchObject({
      was: 'Un grand budget pour tous.',
      text: 'Un grand budget pour tous et toutes.',
    });
    expect(isComplete(form(brought), now)).toBe(true);
    const rival = { ...typed, text: 'Un petit budget pour tous.' };
    expect(broughtOver(rival, now).text).toBe('Un petit budget pour tous.');
    expect(standingOf(typed, [])).toBe('gone');
  });

  it('is opened again as it was: new clauses at the place of the first of them, conflicts to be written anew', () => {
    const change = { lang: 'fr' as const, was: null, after: null };
    const view = {
      reason: 'Encore.',
      lang: 'fr' as const,
      changes: [
        { ...change, kind: 'insert' as const, clauseId: 'n1', after: 'a', now: 'Un.' },
        { ...change, kind: 'insert' as const, clauseId: 'n2', after: 'n1', now: 'Deux.' },
      ],
      conflicts: [
        {
          change: {
            ...change,
            kind: 'replace' as const,
            clauseId: 'a',
            was: 'Un budget.',
            now: 'Mon budget.',
          },
          now: 'Un budget pour tous.',
        },
      ],
    };
    const opened = formOf(view, clauses);
    expect(opened.changes).toEqual([
      { kind: 'insert', clauseId: 'a', was: '', text: 'Un.' },
      { kind: 'insert', clauseId: 'a', was: '', text: 'Deux.' },
      { kind: 'replace', clauseId: 'a', was: 'Un budget.', text: 'Mon budget.' },
    ]);
    expect(standingOf(opened.changes[2] as never, clauses)).toBe('moved');
    expect(opened.changes.length).toBeLessThan(CLAUSE_AMENDMENT_LIMITS.changes);
  });
});

describe('a clause as a paragraph', () => {
  it('holds its words as words, whatever they look like', () => {
    expect(paragraphOf('a', '<b>1 & 2</b>\n« 3 »')).toEqual({
      id: 'a',
      kind: 'text',
      html: '&lt;b&gt;1 &amp; 2&lt;/b&gt;<br />« 3 »',
    });
    const change = {
      kind: 'delete',
      clauseId: 'a',
      after: null,
      lang: 'fr',
      was: '1 < 2',
      now: null,
    } as const;
    expect(changeOf(change)).toMatchObject({ paragraphId: 'a', was: { html: '1 &lt; 2' }, now: null });
  });
});
