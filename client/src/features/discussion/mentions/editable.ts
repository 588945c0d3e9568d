import { toText } from '../../../lib/plain-text.js';
import { type Picked, withPicked } from './picking.js';

/** A post as it is edited: its text, and whom it mentions by what stands there. Two of one name are told apart. */
export function editable(html: string): { readonly text: string; readonly picked: readonly Picked[] } {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  let all: readonly Picked[] = [];
  for (const span of body.querySelectorAll('span[data-mention]')) {
    const [kind, id = ''] = (span.getAttribute('data-mention') ?? '').split(':');
    const shown = (span.textContent ?? '').replace(/^@/, '');
    const { picked, name } = withPicked(all, { kind: kind as Picked['kind'], id, name: shown }, '');
    all = picked;
    span.textContent = `@${name}`;
  }
  return { text: toText(body.innerHTML), picked: all };
}
