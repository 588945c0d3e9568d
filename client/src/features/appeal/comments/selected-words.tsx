import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COMMENT_LIMITS } from '../../../../../src/appeal/comments/comments.contract.js';
import { isLang, type Lang } from '../../../../../src/kernel/localized.js';
import { Button } from '../../../ui/button.js';

/** Words that somebody selected in a clause, with what stands around them. */
export interface SelectedWords {
  readonly clauseId: string;
  readonly lang: Lang;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** What is selected within one clause's text, or null. */
export function selectedWords(selection: Selection | null): SelectedWords | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const parent = range.commonAncestorContainer;
  const words = (parent instanceof Element ? parent : parent.parentElement)?.closest<HTMLElement>(
    '[data-clause]',
  );
  const clauseId = words?.dataset.clause;
  if (!words || !clauseId || !isLang(words.lang)) return null;
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const [text, start, exact] = [words.textContent ?? '', before.toString().length, range.toString()];
  if (!exact.trim() || exact.length > COMMENT_LIMITS.exact) return null;
  const end = start + exact.length;
  return {
    clauseId,
    lang: words.lang,
    exact,
    prefix: text.slice(Math.max(0, start - COMMENT_LIMITS.context), start),
    suffix: text.slice(end, end + COMMENT_LIMITS.context),
  };
}

/**
 * Offers to comment on the words that are selected, at the foot of the screen, clear of what a phone puts beside a
 * selection. A tap on it may take the selection away before it counts as a press: what was selected then stays.
 */
export function SelectedWordsBar({ onChoose }: { readonly onChoose: (words: SelectedWords) => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState<SelectedWords | null>(null);
  const pressed = useRef(false);
  useEffect(() => {
    const look = () => {
      if (!pressed.current) setWords(selectedWords(document.getSelection()));
    };
    // What was selected before this was there.
    look();
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);
  if (!words) return null;
  return (
    <div
      className="selected-words"
      onPointerDown={() => {
        pressed.current = true;
      }}
      onPointerCancel={() => {
        pressed.current = false;
      }}
    >
      <Button
        look="primary"
        onPress={() => {
          pressed.current = false;
          setWords(null);
          document.getSelection()?.removeAllRanges();
          onChoose(words);
        }}
      >
        {t('clauses.comment-words')}
      </Button>
    </div>
  );
}
