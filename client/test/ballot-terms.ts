import type { Method } from '../../src/voting/counting/counting.contract.js';
import type { FormTerms } from '../src/features/voting/ballot/content.js';

/** Options as a poll lists them, in three languages. */
export const optionsOf = (...names: string[]) =>
  names.map((name, at) => ({ id: String(at + 1), text: { ar: `${name} ع`, fr: `${name} fr`, en: name } }));

/** What a form needs to know of a poll; four options where none are given. */
export const termsOf = (method: Method, more: Partial<FormTerms> = {}): FormTerms => ({
  method,
  options: optionsOf('Amina', 'Rui', 'Fatou', 'Jan'),
  choicesMax: 1,
  scoreRange: null,
  unranked: 'tied-last',
  ...more,
});
