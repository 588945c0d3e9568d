import './amending.css';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParagraphChange } from '../../../../../src/proposals/amendments/amendments.contract.js';
import type { Paragraph } from '../../../../../src/text/rich-text.contract.js';
import { ParagraphDifferences } from '../../../ui/differences.js';
import { textWith } from './changes.js';

interface Props {
  readonly lang: string;
  /** The text that is changed; undefined while it is on its way. */
  readonly base: readonly Paragraph[] | undefined;
  readonly changes: readonly ParagraphChange[];
  readonly sides?: boolean;
}

/** What is changed in a text, paragraph by paragraph and word by word. What stays is left out. */
export function AmendmentChanges({ lang, base, changes, sides = false }: Props) {
  const { t } = useTranslation();
  const texts = useMemo(() => statesOf(base, changes), [base, changes]);
  return (
    <div className={texts.placed ? undefined : 'unplaced'}>
      <ParagraphDifferences
        before={texts.before}
        after={texts.after}
        lang={lang}
        onlyChanges
        {...(sides && { sides: [t('amending.before'), t('amending.after')] as const })}
      />
    </div>
  );
}

/** Both texts whole, or, where the base is not there or is another one by now, only what is changed in it. */
function statesOf(base: readonly Paragraph[] | undefined, changes: readonly ParagraphChange[]) {
  const after = base && textWith(base, changes);
  if (base && after) return { before: base, after, placed: true };
  return {
    before: changes.flatMap(({ was }) => was ?? []),
    after: changes.flatMap(({ now }) => now ?? []),
    placed: false,
  };
}
