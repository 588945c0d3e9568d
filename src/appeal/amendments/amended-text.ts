import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { sha256 } from '../../kernel/hash-chain.js';
import type { Lang } from '../../kernel/localized.js';
import { carryOver } from '../../text/carry-over.js';
import { applyChanges, type Change, changesBetween, type Paragraph } from '../../text/changes.js';
import type { Texts } from '../compile/draft.js';
import { sourceOf } from '../languages/language-states.js';

/** A clause as amendments change it: a paragraph of the text under the clause's id, in its source language. */
export interface AmendedClause extends Paragraph {
  readonly lang: Lang;
}

/** The text that amendments are made in, in the order of the clauses. Pure, as all of this file. */
export function amendedText(
  clauses: readonly { readonly id: string; readonly lang: string; readonly texts: Texts }[],
): AmendedClause[] {
  return clauses.map((clause) => {
    const lang = sourceOf(clause);
    return { id: clause.id, lang, text: clause.texts[lang] ?? '' };
  });
}

export const hashOfText = (clauses: readonly AmendedClause[]): string =>
  sha256(canonicalJson(clauses as unknown as Json));

/** What is voted on: each change with what it changes, by the language in which it is made. SHA-256 in hex. */
export function hashesOfChanges(
  changes: readonly Change[],
  base: readonly AmendedClause[],
  insertLang: Lang,
): Readonly<Record<string, string>> {
  const known = new Map(base.map((clause) => [clause.id, clause]));
  const byLang = new Map<string, Json[]>();
  for (const change of changes) {
    const was = known.get(change.id);
    const lang = was?.lang ?? insertLang;
    byLang.set(lang, [...(byLang.get(lang) ?? []), { ...change, was: was?.text ?? null }]);
  }
  return Object.fromEntries([...byLang].map(([lang, all]) => [lang, sha256(canonicalJson(all))]));
}

/**
 * What the forum adopted, in a text that was written in while the vote was under way. What goes along goes along; where
 * somebody changed the same words meanwhile, those that were voted on stand: the forum's word goes before an editor's.
 */
export function changesAsVoted(
  changes: readonly Change[],
  base: readonly Paragraph[],
  now: readonly Paragraph[],
): Change[] {
  const there = new Set(now.map(({ id }) => id));
  const own = new Set(changes.flatMap(({ kind, id }) => (kind === 'insert' ? [id] : [])));
  const behind = (id: string | null): string | null => {
    if (id !== null && own.has(id)) return id;
    for (let at = base.findIndex((clause) => clause.id === id); at >= 0; at--)
      if (there.has(base[at]?.id as string)) return base[at]?.id as string;
    return null;
  };
  const voted = carryOver(changes, base, now).flatMap((each): Change[] => {
    if (!each.needsAuthor) return each.change ? [each.change] : [];
    const { change } = each;
    if (change.kind === 'delete') return there.has(change.id) ? [change] : [];
    if (there.has(change.id)) return [{ kind: 'replace', id: change.id, text: change.text }];
    const after = behind(change.kind === 'insert' ? change.after : change.id);
    return [{ kind: 'insert', after, id: change.id, text: change.text }];
  });
  return changesBetween(now, applyChanges(now, voted));
}
