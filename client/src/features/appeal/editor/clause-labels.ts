import type { EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { FORMULA } from '../sections.js';
import { attributesOfNode } from './schema.js';

export interface ClauseLook {
  /** What stands above a clause: its number, part or section, in the language of the page. */
  readonly labelOf: (attrs: {
    readonly kind: string;
    readonly topic: string;
    readonly number: number | null;
  }) => string;
  /** Who else is in a clause, and writes there, in words; empty for nobody. */
  readonly presentIn: (id: string) => string;
  readonly chosen: string | null;
  readonly sourceMissing: (id: string) => boolean;
}

/** What is shown around the clauses of a language and is no part of the text. */
export function clauseLabels(look: ClauseLook): (state: EditorState) => DecorationSet {
  return ({ doc }) => {
    let number = 0;
    const found: Decoration[] = [];
    doc.forEach((clause, offset) => {
      const { id, kind, topic, editorial } = attributesOfNode(clause.attrs);
      const counts = kind === 'operative' && editorial !== FORMULA;
      if (counts) number++;
      const present = look.presentIn(id);
      found.push(
        Decoration.node(offset, offset + clause.nodeSize, {
          class: `together-clause${id === look.chosen ? ' together-chosen' : ''}`,
          'data-label': look.labelOf({ kind, topic, number: counts ? number : null }),
          ...(present && { 'data-present': present }),
          ...(look.sourceMissing(id) && { 'data-sourceless': '' }),
        }),
      );
    });
    return DecorationSet.create(doc, found);
  };
}
