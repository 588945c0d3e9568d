import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { mergeTexts } from '../../text/merge-texts.js';
import type { DraftClause, DraftSource, Texts } from '../compile/draft.js';

/** Whose words and place a clause gets where both sides changed them: `both` takes in both changes of words. */
export type Side = 'ours' | 'theirs' | 'both';

/** What says something of a clause, and where it stands: each is changed, and decided on, as one. */
type Words = Pick<DraftClause, 'lang' | 'texts' | 'editorial'>;
type Place = Pick<DraftClause, 'kind' | 'topicId'>;

export interface JoinedClause {
  readonly clause: DraftClause;
  /** People and the compile changed the same part, each otherwise. */
  readonly collides: boolean;
}

/**
 * One clause as the last compile had it, as it stands today and as the new compile has it, made one. What people
 * left alone follows the compile; what they changed stays; where both changed the same, `side` says whose it gets.
 * The three languages are one: who edits one of them is not given new words in the others. Null where `both` is
 * asked for and the words cannot be had together.
 */
export function joinClause(
  base: DraftClause,
  ours: DraftClause,
  theirs: DraftClause,
  side: Side,
): JoinedClause | null {
  const words = three(wordsOf(base), wordsOf(ours), wordsOf(theirs)) ?? added(base, ours, theirs);
  const place = three(placeOf(base), placeOf(ours), placeOf(theirs));
  const mixed = side === 'both' && !words ? togetherOf(base, ours, theirs) : wordsOf(chosen(side));
  if (!mixed) return null;
  const clause: DraftClause = {
    ...(place ?? placeOf(chosen(side))),
    ...(words ?? mixed),
    sources: [],
    score: theirs.score,
  };
  const follows = same(wordsOf(clause), wordsOf(theirs));
  const sources = joinSources(base.sources, ours.sources, theirs.sources, follows);
  return { clause: { ...clause, sources }, collides: !words || !place };

  function chosen(whose: Side): DraftClause {
    return whose === 'theirs' ? theirs : ours;
  }
}

/** Whether people have changed anything of a clause that the compile made. */
export function isTouched(base: DraftClause, ours: DraftClause): boolean {
  return !(
    same(wordsOf(base), wordsOf(ours)) &&
    same(placeOf(base), placeOf(ours)) &&
    same(base.sources.map(sourceKey), ours.sources.map(sourceKey))
  );
}

export function sameWords(a: DraftClause, b: DraftClause): boolean {
  return same(wordsOf(a), wordsOf(b));
}

/** Both changes of the words, where they do not collide in any language; null where they do. */
function togetherOf(base: DraftClause, ours: DraftClause, theirs: DraftClause): Words | null {
  const texts: Record<string, string> = {};
  for (const lang of languagesOf(base, ours, theirs)) {
    const [was, our, their] = [base.texts[lang], ours.texts[lang], theirs.texts[lang]];
    if (our === their || their === was) put(lang, our);
    else if (our === was) put(lang, their);
    else {
      if (was === undefined || our === undefined || their === undefined) return null;
      const { merged, collisions, held } = mergeTexts(was, [
        { id: 'ours', text: our },
        { id: 'theirs', text: their },
      ]);
      if (collisions.length || held.length) return null;
      put(lang, merged);
    }
  }
  return { lang: ours.lang, editorial: ours.editorial, texts };

  function put(lang: string, text: string | undefined): void {
    if (text !== undefined) texts[lang] = text;
  }
}

/** Languages that both sides put beside words that neither changed; null where anything else was done. */
function added(base: DraftClause, ours: DraftClause, theirs: DraftClause): Words | null {
  const kept = (side: DraftClause) =>
    side.lang === base.lang &&
    side.editorial === base.editorial &&
    Object.entries(base.texts).every(([lang, text]) => side.texts[lang] === text);
  const agree = Object.entries(ours.texts).every(([lang, text]) => (theirs.texts[lang] ?? text) === text);
  return kept(ours) && kept(theirs) && agree
    ? { ...wordsOf(ours), texts: { ...ours.texts, ...theirs.texts } }
    : null;
}

/**
 * Sources that people took away stay away, those that they added stay, the compile's new ones come in. One that
 * the compile no longer has goes only where the words follow the compile: words that people hold on to keep
 * everything that they rest on.
 */
function joinSources(
  base: readonly DraftSource[],
  ours: readonly DraftSource[],
  theirs: readonly DraftSource[],
  follows: boolean,
): DraftSource[] {
  const [known, mine, now] = [base, ours, theirs].map((list) => new Set(list.map(sourceKey))) as [
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  const comes = theirs.filter((source) => mine.has(sourceKey(source)) || !known.has(sourceKey(source)));
  if (!follows) return [...ours, ...comes.filter((source) => !mine.has(sourceKey(source)))];
  const own = ours.filter((source) => !known.has(sourceKey(source)) && !now.has(sourceKey(source)));
  return [...comes, ...own];
}

export function sourceKey({ contribution, lang, quote }: DraftSource): string {
  return `${contribution.kind} ${contribution.id} ${lang} ${quote}`;
}

/** What all three agree upon or only one side changed; null where both did, each otherwise. */
function three<T extends Words | Place>(base: T, ours: T, theirs: T): T | null {
  if (same(ours, theirs) || same(theirs, base)) return ours;
  return same(ours, base) ? theirs : null;
}

const wordsOf = ({ lang, texts, editorial }: DraftClause): Words => ({ lang, texts, editorial });
const placeOf = ({ kind, topicId }: DraftClause): Place => ({ kind, topicId });
const same = (a: unknown, b: unknown): boolean => canonicalJson(a as Json) === canonicalJson(b as Json);
const languagesOf = (...all: readonly { readonly texts: Texts }[]): string[] => [
  ...new Set(all.flatMap(({ texts }) => Object.keys(texts))),
];
