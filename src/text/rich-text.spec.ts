import fc from 'fast-check';
import { cleanHtml, cleanParagraphs, cleanWithin } from '../platform/http/clean-text.js';
import { Looks, markedText, paragraphOf, runsOf } from './marked-text.js';
import { withIds } from './paragraph-ids.js';
import { PARAGRAPH_KINDS, type WrittenParagraph } from './rich-text.contract.js';
import { htmlOf, paragraphsOf, plainOfParagraphs } from './rich-text.js';
import { tokens } from './tokens.js';

const words = fc
  .stringMatching(/^[a-zéàçأبجدهوزح &<>"'’\u00a0]{1,20}$/u)
  .filter((text) => text.trim() !== '');
const tagged = fc.oneof(
  words.map((text) => `<strong>${escaped(text)}</strong>`),
  words.map((text) => `<em>${escaped(text)}</em>`),
  fc.tuple(words, fc.webUrl()).map(([text, url]) => `<a href="${escaped(url)}">${escaped(text)}</a>`),
  words.map(escaped),
  fc.constant('<br>'),
);
const paragraph = fc
  .record({
    kind: fc.constantFrom(...PARAGRAPH_KINDS),
    html: fc.array(tagged, { minLength: 1, maxLength: 6 }),
  })
  .map(({ kind, html }): WrittenParagraph => ({ kind, html: cleanWithin(html.join('')) }))
  .filter(({ html }) => plainOfParagraphs([{ html }]) !== '' && !/^(?:<br|\s)|(?:<br \/>|\s)$/.test(html));

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

describe('the paragraphs of HTML', () => {
  it('are those that the HTML was made of', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 8 }), (paragraphs) => {
        expect(paragraphsOf(htmlOf(paragraphs))).toEqual(paragraphs);
        expect(cleanParagraphs(htmlOf(paragraphs))).toEqual(paragraphs);
      }),
    );
  });

  it('hold every word of whatever somebody sent, however it is nested', () => {
    const html =
      '<div>Un<ul><li>deux<ol><li>trois</li></ol></li></ul><blockquote><p>quatre</p>cinq</blockquote>six</div>';
    expect(cleanParagraphs(html).map(({ kind, html: words }) => [kind, words])).toEqual([
      ['text', 'Un'],
      ['bullet', 'deux'],
      ['number', 'trois'],
      ['quote', 'quatre'],
      ['quote', 'cinq'],
      ['text', 'six'],
    ]);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const clean = cleanHtml(text);
        const squeezed = (words: string) => words.replace(/\s+/g, '');
        const whole = squeezed(plainOfParagraphs([{ html: clean }]));
        expect(squeezed(plainOfParagraphs(cleanParagraphs(text)))).toBe(whole);
      }),
    );
  });
});

describe('marked text', () => {
  it('is the paragraph, and back', () => {
    fc.assert(
      fc.property(paragraph, (each) => {
        const back = paragraphOf(markedText(each));
        expect(back.kind).toBe(each.kind);
        expect(runsOf(markedText(back))).toEqual(runsOf(markedText(each)));
        expect(plainOfParagraphs([back])).toBe(plainOfParagraphs([each]));
        expect(cleanWithin(back.html)).toBe(back.html);
      }),
    );
  });

  it('gives a tag and an address one token each, which no comparison cuts', () => {
    const marked = markedText({
      kind: 'text',
      html: 'Voir <a href="https://example.org/a?b=1&amp;c=2">ici</a>.',
    });
    const signs = tokens(marked).filter((token) => /[\ue000-\ue0ff]/.test(token));
    expect(signs).toHaveLength(3);
    expect(runsOf(marked)[1]).toEqual({
      text: 'ici',
      strong: false,
      em: false,
      href: 'https://example.org/a?b=1&amp;c=2',
    });
  });

  it('takes private signs of a sender for what they are not', () => {
    expect(paragraphOf(markedText({ kind: 'quote', html: 'a\ue010b\ue003c' }))).toEqual({
      kind: 'quote',
      html: 'a\ufffdb\ufffdc',
    });
  });

  it('goes on from piece to piece', () => {
    const looks = new Looks();
    const pieces = ['\ue000un \ue010de', 'ux\ue011 trois'].map((piece) => looks.next(piece));
    expect(pieces.flat().map(({ text, strong }) => [text, strong])).toEqual([
      ['un ', false],
      ['de', true],
      ['ux', true],
      [' trois', false],
    ]);
  });
});

describe('the ids of paragraphs', () => {
  let made = 0;
  const newId = () => `new${++made}`;
  const text = (html: string, id?: string) => ({ kind: 'text' as const, html, ...(id && { id }) });
  const before = ['Chaque quartier garde sa fontaine.', 'La ville paie son eau.', 'Un conseil y veille.'].map(
    (html, at) => ({ ...text(html), id: `p${at}` }),
  );

  it('stay with what was moved, changed or left, with and without being sent', () => {
    const ids = (written: WrittenParagraph[]) => withIds(before, written, newId).map(({ id }) => id);
    expect(ids(before.map(({ html }) => text(html)))).toEqual(['p0', 'p1', 'p2']);
    expect(ids([text('Un conseil y veille.'), text('La région paie son eau.')])).toEqual(['p2', 'p1']);
    // A paragraph that was written anew is the one whose place it takes.
    expect(ids([text('Autre chose.', 'p2'), text('Un conseil y veille.')])).toEqual(['p2', 'p0']);
    expect(ids([...before, text('Et l’air.')])).toEqual(['p0', 'p1', 'p2', expect.stringMatching(/^new/)]);
  });

  it('are unique whatever is sent', () => {
    const sent = fc.record({ id: fc.constantFrom(undefined, 'p0', 'p1', 'p2', 'px'), at: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(sent, { maxLength: 8 }), (all) => {
        const written = all.map(({ id, at }) => text(before[at]?.html ?? `Neuf ${at}.`, id));
        const ids = withIds(before, written, newId).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).not.toContain('px');
      }),
    );
  });
});
