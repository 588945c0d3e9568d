import type { Lang } from '../../kernel/localized.js';
import { Passages } from '../../text/passages/passages.js';
import type { Clause } from '../clause.entity.js';
import type { Comment } from './comment.entity.js';
import type { CommentPlace, CommentState } from './comments.contract.js';

type Anchored = Pick<Comment, 'clauseId' | 'textLang' | 'onPassage' | 'exact' | 'prefix' | 'suffix'>;

/** Today's clauses as comments are placed in them, language by language. */
export class ClauseTexts {
  readonly #ids: ReadonlySet<string>;
  readonly #passages = new Map<Lang, Passages>();

  constructor(private readonly clauses: readonly Pick<Clause, 'id' | 'texts'>[]) {
    this.#ids = new Set(clauses.map(({ id }) => id));
  }

  has(clauseId: string): boolean {
    return this.#ids.has(clauseId);
  }

  in(lang: Lang): Passages {
    const known = this.#passages.get(lang);
    if (known) return known;
    const made = new Passages(this.clauses.map(({ id, texts }) => ({ id, text: texts[lang] ?? '' })));
    this.#passages.set(lang, made);
    return made;
  }

  /**
   * Where a comment belongs: its passage wherever that stands now. A comment on a whole clause stays with it, and goes,
   * once the clause is gone, with the words that it began with. Null where neither is found.
   */
  placeOf(comment: Anchored): CommentPlace | null {
    const { clauseId, textLang, onPassage } = comment;
    if (!onPassage && this.has(clauseId)) return { clauseId, start: null, end: null };
    const found = this.in(textLang).find(comment, clauseId);
    return found && (onPassage ? found : { clauseId: found.clauseId, start: null, end: null });
  }
}

export function stateOf(
  { resolvedAt }: Pick<Comment, 'resolvedAt'>,
  place: CommentPlace | null,
): CommentState {
  if (resolvedAt) return 'resolved';
  return place ? 'open' : 'attention';
}
