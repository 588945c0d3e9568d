import type { EditorView } from 'prosemirror-view';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Doc, UndoManager } from 'yjs';
import type { Lang } from '../../../../../src/kernel/localized.js';
import { AUTONYM, directionOf } from '../../../i18n/locale.js';
import type { Passage } from '../passage-finder.js';
import { draggedPassage } from '../passages.js';
import { type ClauseLook, clauseLabels } from './clause-labels.js';
import type { ClauseRules } from './clause-rules.js';
import { openLanguage } from './language-view.js';
import { type RemoteCaret, showCarets } from './remote-carets.js';

export interface ColumnProps {
  readonly doc: Doc;
  readonly undo: UndoManager;
  readonly lang: Lang;
  readonly editable: boolean;
  readonly rules: ClauseRules;
  readonly look: ClauseLook;
  /** The others' carets in this language. */
  readonly carets: readonly RemoteCaret[];
  /** Told where the caret is, and whether something was written. */
  readonly onPlace: (view: EditorView, clauseId: string | null, typed: boolean) => void;
  readonly onShape: () => void;
  readonly onPassage: (clauseId: string, passage: Passage) => void;
}

/** One language of the text, as it is written. */
export function LanguageColumn(props: ColumnProps) {
  const { t } = useTranslation();
  const { doc, undo, lang, editable, look, carets } = props;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const now = useRef(props);
  now.current = props;

  useEffect(() => {
    const mount = place.current as HTMLDivElement;
    const made = openLanguage(mount, {
      doc,
      lang,
      undo,
      rules: {
        writerOf: (id) => now.current.rules.writerOf(id),
        onHeldBack: (why) => now.current.rules.onHeldBack(why),
      },
      isEditable: () => now.current.editable,
      onChange: (changed, typed) => {
        const { $from } = changed.state.selection;
        const clauseId = $from.depth > 0 ? ($from.node(1).attrs.id as string) : null;
        if (typed || changed.hasFocus()) now.current.onPlace(changed, clauseId, typed);
        now.current.onShape();
      },
    });
    view.current = made;
    now.current.onShape();
    return () => {
      view.current = null;
      made.destroy();
    };
  }, [doc, lang, undo]);

  useEffect(
    () => view.current?.setProps({ decorations: clauseLabels(look), editable: () => editable }),
    [look, editable],
  );

  useEffect(() => {
    if (view.current) showCarets(view.current, carets);
  }, [carets]);

  return (
    <section className="together-column" lang={lang} dir={directionOf(lang)}>
      <h2 className="together-language">{AUTONYM[lang]}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: what is written in is no input */}
      <div
        ref={place}
        className="together-text"
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        aria-readonly={!editable}
        aria-label={t('together.text-in', { language: AUTONYM[lang] })}
        onDragOver={(event) => {
          if (draggedPassage(event.dataTransfer, 'over')) event.preventDefault();
        }}
        onDropCapture={(event) => {
          const passage = draggedPassage(event.dataTransfer, 'dropped');
          const clause = (event.target as Element).closest<HTMLElement>('[data-clause]');
          if (!passage || passage === true || !clause?.dataset.id) return;
          event.preventDefault();
          event.stopPropagation();
          props.onPassage(clause.dataset.id, passage);
        }}
      />
    </section>
  );
}
