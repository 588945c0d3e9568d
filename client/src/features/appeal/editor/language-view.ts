import { keymap } from 'prosemirror-keymap';
import { EditorState, type Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { initProseMirrorDoc, ySyncPlugin, ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import { LANGS, type Lang } from '../../../../../src/kernel/localized.js';
import { alignLanguages } from '../../../../../src/text/clause-document/clause-alignment.js';
import { fragmentOf } from '../../../../../src/text/clause-document/clause-nodes.js';
import { readCaret } from '../../../ui/editor/caret.js';
import { CLAUSE_KEYS } from './clause-commands.js';
import { type ClauseRules, clauseRules, idsOf, joinedBy } from './clause-rules.js';
import { remoteCarets } from './remote-carets.js';
import { schema } from './schema.js';

/** Marks what the other languages do after one; it is undone with it. */
const FOLLOWING = Symbol('following');

/** One memory of what can be undone for all languages, of one's own work only. */
export function undoOf(doc: Y.Doc): Y.UndoManager {
  return new Y.UndoManager(
    LANGS.map((lang) => fragmentOf(doc, lang)),
    { trackedOrigins: new Set([ySyncPluginKey, FOLLOWING]) },
  );
}

export interface LanguageParts {
  readonly doc: Y.Doc;
  readonly lang: Lang;
  readonly undo: Y.UndoManager;
  readonly rules: ClauseRules;
  readonly plugins?: readonly Plugin[];
  readonly isEditable: () => boolean;
  readonly onChange: (view: EditorView, typed: boolean) => void;
}

/** The editor of one language of the text, on an element of the page. What is done to clauses the other languages follow. */
export function openLanguage(mount: HTMLElement, parts: LanguageParts): EditorView {
  const { doc, lang, undo } = parts;
  const fragment = fragmentOf(doc, lang);
  const { doc: begun, mapping } = initProseMirrorDoc(fragment, schema);
  // The library's own plugin ends the memory with the first view that is closed; this one is shared by all.
  const back = () => undo.undo() !== null || true;
  const again = () => undo.redo() !== null || true;
  const view: EditorView = new EditorView(
    { mount },
    {
      state: EditorState.create({
        doc: begun,
        plugins: [
          ySyncPlugin(fragment, { mapping }),
          remoteCarets(),
          clauseRules(parts.rules),
          keymap({ ...CLAUSE_KEYS, 'Mod-z': back, 'Mod-y': again, 'Shift-Mod-z': again }),
          ...(parts.plugins ?? []),
        ],
      }),
      editable: parts.isEditable,
      handleKeyDown: () => {
        readCaret(view);
        return false;
      },
      dispatchTransaction: (transaction) => {
        const before = view.state;
        const { state, transactions } = before.applyTransaction(transaction);
        view.updateState(state);
        const own = transactions.some((each) => each.docChanged && !each.getMeta(ySyncPluginKey));
        if (own && shapeOf(before) !== shapeOf(state)) {
          const there = new Set(idsOf(state.doc));
          const into = new Map(
            joinedBy(transactions, before.doc, state.doc).map((each) => [each.id, each.into]),
          );
          const removed = new Map(
            idsOf(before.doc).flatMap((id) => (there.has(id) ? [] : [[id, into.get(id) ?? null]])),
          );
          doc.transact(() => alignLanguages(doc, lang, { removed }), FOLLOWING);
        }
        parts.onChange(view, own);
      },
    },
  );
  return view;
}

/** Everything about the clauses but their words. */
const shapeOf = ({ doc }: EditorState): string => JSON.stringify(doc.children.map(({ attrs }) => attrs));
