import { BEGINNING, type PollForm } from './poll-form.js';

/**
 * Rules that halls know by name. Each is a whole set of terms, from which everything can then be changed; options
 * and the people of a circle are the chair's own and stay as they are.
 */
const TERMS = {
  simple: {},
  absolute: { majority: { ...BEGINNING.majority, kind: 'absolute' }, base: 'entitled' },
  'two-thirds': { majority: { ...BEGINNING.majority, kind: 'two-thirds' }, base: 'cast' },
  double: { groups: 'cities' },
  'city-vote': { electorate: 'cities', secrecy: 'roll-call', live: true },
  'secret-stv': { method: 'stv', seats: '3', secrecy: 'secret', tieBreak: 'lot' },
  choice: { method: 'plurality' },
  schulze: { method: 'schulze', tieBreak: 'lot' },
  score: { method: 'score', tieBreak: 'lot' },
} as const satisfies Readonly<Record<string, Partial<PollForm>>>;

export type Template = keyof typeof TERMS;
export const TEMPLATES = Object.keys(TERMS) as readonly Template[];

/** The form with a template's terms in it. */
export function applyTemplate(form: PollForm, template: Template): PollForm {
  const { options, circle } = form;
  return { ...BEGINNING, ...TERMS[template], options, circle };
}

/** Whether a template decides on one text by yes and no, as a proposal needs it. */
export function forProposals(template: Template): boolean {
  const terms: Partial<PollForm> = TERMS[template];
  return (terms.method ?? BEGINNING.method) === 'yes-no-abstain';
}

/** The template that the terms are, if nothing was changed since. */
export function templateOf(form: PollForm): Template | null {
  const plain = (of: PollForm) => JSON.stringify(KEYS.map((key) => of[key]));
  return TEMPLATES.find((template) => plain(applyTemplate(form, template)) === plain(form)) ?? null;
}

const KEYS = Object.keys(BEGINNING) as (keyof PollForm)[];
