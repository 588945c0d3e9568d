import type { DraftClause } from '../compile/draft.js';
import { isTouched, joinClause, sameWords } from './join-clause.js';
import { matchClauses } from './match-clauses.js';
import { reordered, weave } from './weave.js';

/** A clause under the id that it keeps through edits and compiles. */
export interface NamedClause {
  readonly id: string;
  readonly clause: DraftClause;
}

/** A clause as the last compile had it, or, while a suggestion on it is open, as it was before that. */
export interface CompiledState extends NamedClause {
  /** What the open suggestion offers: it tells which clause of the next compile is this one. */
  readonly offered: DraftClause | null;
  /** The compile no longer has it, and people decided that it stays. */
  readonly gone: boolean;
}

/**
 * What the new compile would do to a clause that people have worked on; nothing of it is done. Where `theirs` is
 * null the compile no longer has the clause; where today's draft has none under this id, people took it out and
 * the compile now words it otherwise.
 */
export interface SuggestedClause {
  readonly id: string;
  readonly theirs: DraftClause | null;
}

export interface Recompiled {
  /** In order. */
  readonly clauses: readonly NamedClause[];
  /** What the next compile is to be compared with, in the order of this one. */
  readonly compiled: readonly CompiledState[];
  readonly suggestions: readonly SuggestedClause[];
}

/**
 * Brings a new compile into a draft that people have worked on since the last one: a three-way merge whose base is
 * what the last compile made. What nobody touched follows the new compile, what is new comes in, what the compile
 * dropped goes; what people wrote, changed, moved or took out stays as they left it, and where the compile wants
 * something else there, that is suggested. Pure; `newId` names what is new. With nothing edited it is the new
 * compile, with nothing newly compiled it is today's draft.
 */
export function recompile(
  last: readonly CompiledState[],
  today: readonly NamedClause[],
  next: readonly DraftClause[],
  newId: () => string,
): Recompiled {
  const named = namedAfter(last, next, newId);
  const [were, are] = [byId(last), byId(today)];
  const willBe = byId(named);
  const outcomes = last.map((was) =>
    outcomeOf(was, are.get(was.id)?.clause ?? null, willBe.get(was.id)?.clause ?? null),
  );
  const fresh = named.filter(({ id }) => !were.has(id));
  const own = today.filter(({ id }) => !were.has(id));
  const stay = outcomes.flatMap(({ clause }) => clause ?? []);
  const states = outcomes.flatMap(({ compiled }) => compiled ?? []);
  const order = weave(idsOf(named), idsOf(last));
  return {
    clauses: inOrder([...stay, ...fresh, ...own], orderOf(last, today, named)),
    compiled: inOrder([...states, ...fresh.map(({ id, clause }) => asCompiled(id, clause))], order),
    suggestions: inOrder(
      outcomes.flatMap(({ suggestion }) => suggestion ?? []),
      order,
    ),
  };
}

/** The new compile's clauses under the ids of those of the last compile that they are. */
function namedAfter(
  last: readonly CompiledState[],
  next: readonly DraftClause[],
  newId: () => string,
): NamedClause[] {
  const partners = matchClauses(
    last.map(({ clause, offered }) => offered ?? clause),
    next,
  );
  const ids = new Map(Array.from(partners, ([from, to]) => [to, last[from]?.id]));
  return next.map((clause, at) => ({ id: ids.get(at) ?? newId(), clause }));
}

interface Outcome {
  readonly clause?: NamedClause;
  readonly compiled?: CompiledState;
  readonly suggestion?: SuggestedClause;
}

/** What becomes of one clause of the last compile. While a suggestion is open, its base stays what it was. */
function outcomeOf(was: CompiledState, ours: DraftClause | null, theirs: DraftClause | null): Outcome {
  const { id, clause: base, gone } = was;
  if (!ours) {
    if (!theirs) return {};
    return sameWords(base, theirs) ? { compiled: asCompiled(id, theirs) } : suggested(was, theirs);
  }
  const stays = { id, clause: ours };
  if (!theirs) {
    if (gone) return { clause: stays, compiled: was };
    return isTouched(base, ours) ? { clause: stays, ...suggested(was, null) } : {};
  }
  const joined = joinClause(base, ours, theirs, 'ours');
  if (!joined) throw new Error('a side was chosen');
  const clause = { id, clause: joined.clause };
  return joined.collides
    ? { clause, ...suggested(was, theirs) }
    : { clause, compiled: asCompiled(id, theirs) };
}

const asCompiled = (id: string, clause: DraftClause): CompiledState => ({
  ...{ id, clause, offered: null, gone: false },
});

function suggested({ id, clause }: CompiledState, theirs: DraftClause | null): Outcome {
  return { compiled: { id, clause, offered: theirs, gone: false }, suggestion: { id, theirs } };
}

/** The compile's order, unless people changed that of the last one: then theirs, with what is new put into it. */
function orderOf(
  last: readonly NamedClause[],
  today: readonly NamedClause[],
  named: readonly NamedClause[],
): string[] {
  const [own, compiled] = [idsOf(today), idsOf(named)];
  return reordered(own, idsOf(last)) ? weave(own, compiled) : weave(compiled, own);
}

const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
  new Map(list.map((each) => [each.id, each]));
const idsOf = (list: readonly NamedClause[]): string[] => list.map(({ id }) => id);

function inOrder<T extends { readonly id: string }>(list: readonly T[], order: readonly string[]): T[] {
  const known = byId(list);
  return order.flatMap((id) => known.get(id) ?? []);
}

/** Today's draft with a clause of the compile put where `order`, the compile's, has it. */
export function placed(
  today: readonly NamedClause[],
  clause: NamedClause,
  order: readonly string[],
): NamedClause[] {
  return inOrder([...today, clause], weave(idsOf(today), order));
}
