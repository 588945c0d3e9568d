import fc from 'fast-check';
import { cleanMarked } from '../../platform/http/clean-text.js';
import { keyOf, MENTION, type Mention, markMentions, mentionsIn, nameMentions } from './marks.js';

const mention = fc.record<Mention>({
  kind: fc.constantFrom('participant' as const, 'delegation' as const),
  id: fc.uuid(),
});
const span = (of: Mention, content: string): string => `<span data-mention="${keyOf(of)}">${content}</span>`;
/** Whatever people may send: spans that are mentions and not, inside each other, open and cut off. */
const piece = fc.oneof(
  fc.string(),
  mention.map((of) => span(of, '@Somebody')),
  fc.tuple(mention, mention).map(([one, other]) => span(one, `a${span(other, 'b')}c`)),
  mention.map((of) => `<span data-mention="${keyOf(of)}">`),
  fc.constantFrom(
    '</span>',
    '<span>',
    '<p>',
    '</p>',
    '<strong>',
    '<script>x</script>',
    '<span data-mention="x">',
  ),
);
const sent = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const parsed = (html: string) => markMentions(cleanMarked(html, MENTION));

const A: Mention = { kind: 'participant', id: '01890a5d-ac96-774b-bcce-b302099a8057' };
const B: Mention = { kind: 'delegation', id: '01890a5d-ac96-774b-bcce-b302099a8058' };

it('takes mentions out of what was sent, whatever stands in them, and nothing else', () => {
  const { body, mentions } = parsed(
    `<p>Hello ${span(A, '<b>@Fake</b>')}, and <span class="x">you</span> ${span(B, '')}</p>`,
  );
  expect(body).toBe(`<p>Hello ${span(A, '')}, and you ${span(B, '')}</p>`);
  expect(mentions).toEqual([A, B]);
  expect(parsed(`${span(A, 'x')}${span(A, 'y')}`).mentions).toEqual([A]);
  expect(parsed(`${span(A, `x${span(B, 'y')}z`)} end`)).toEqual({
    body: `${span(A, '')} end`,
    mentions: [A],
  });
  expect(parsed('<span data-mention="participant:../../x">x</span>')).toEqual({ body: 'x', mentions: [] });
});

it('finds in what is stored whom it found in what was sent', () => {
  fc.assert(
    fc.property(sent, (html) => {
      const { body, mentions } = parsed(html);
      expect(new Set(mentionsIn(body).map(keyOf))).toEqual(new Set(mentions.map(keyOf)));
      expect(markMentions(body)).toEqual({ body, mentions });
    }),
  );
});

it('puts names in their places that can be nothing but words, and are gone when it is sent back', () => {
  fc.assert(
    fc.property(sent, fc.string(), (html, name) => {
      const { body } = parsed(html);
      const shown = nameMentions(body, () => name);
      expect(shown.match(/<span/g)?.length ?? 0).toBe(mentionsIn(body).length);
      // The name is not parsed as markup, and sending back what is shown changes nothing.
      expect(markMentions(shown).body).toBe(body);
    }),
  );
  expect(nameMentions(span(A, ''), () => '<b>$& "x"')).toBe(span(A, '@&lt;b&gt;$&amp; &quot;x&quot;'));
});
