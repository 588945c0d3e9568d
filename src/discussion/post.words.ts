import { refuse } from '../kernel/errors.js';
import { plainOf } from '../platform/http/clean-text.js';
import { DISCUSSION_ERRORS } from './discussion.contract.js';

/** A clean body and its words. Markup without a word in it is not a contribution. */
export function wordsOf(body: string): { body: string; plain: string } {
  const plain = plainOf(body);
  if (!plain) throw refuse(DISCUSSION_ERRORS, 'post.empty');
  return { body, plain };
}
