/** @jest-environment jsdom */
import { passagesOf } from '../client/src/features/appeal/passages.js';
import { cleanHtml, plainOf } from '../src/platform/http/clean-text.js';

it.each([
  '<p>Trois villes\u00a0: «\u202fFès\u202f», Montpellier&nbsp;; Anvers.</p>',
  '<blockquote><p>One</p><p>Two</p></blockquote><p>Three</p>',
  '<ul><li><p>One</p><p>Two</p></li><li>Three<ul><li>Four</li></ul></li></ul>',
  '<p>a &lt; b &amp;amp; <strong>c</strong>\nd</p> e <div>f<br/>g</div>',
])('the passages offered for a quote stand to the letter in what the server quotes from: %j', (sent) => {
  const html = cleanHtml(sent);
  const passages = passagesOf(html);
  expect(passages.length).toBeGreaterThan(0);
  for (const passage of passages) expect(plainOf(html)).toContain(passage);
});
