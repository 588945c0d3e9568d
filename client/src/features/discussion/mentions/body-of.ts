import { toHtml } from '../../../lib/plain-text.js';
import type { Mentioning } from './mention-area.js';
import { withMentions } from './picking.js';

/** What was written as HTML, with its mentions. */
export function bodyOf({ body, picked }: Mentioning): string {
  return withMentions(toHtml(body), picked);
}
