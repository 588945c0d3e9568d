import { useTranslation } from 'react-i18next';
import type { AmendmentView } from '../../../../../src/proposals/amendments/amendments.contract.js';
import { wordsOf } from '../../../../../src/text/rich-text.js';

const WORDS = 12;

/** The first words of a text. */
export function shortened(text: string, words = WORDS): string {
  const all = text.trim().split(/\s+/);
  return all.length <= words ? all.join(' ') : `${all.slice(0, words).join(' ')} …`;
}

/** What an amendment does, in a line: its first change, and how many more there are. */
export function useGist(): (amendment: Pick<AmendmentView, 'changes' | 'conflicts'>) => string {
  const { t } = useTranslation();
  return ({ changes, conflicts }) => {
    const all = [...changes, ...conflicts.map(({ change }) => change)];
    const [first] = all;
    if (!first) return t('amending.gist-none');
    const words = shortened(wordsOf((first.now ?? first.was)?.html ?? ''));
    const gist = t(`amending.gist-${first.kind}`, { words: `\u2068${words}\u2069` });
    return all.length > 1 ? `${gist} ${t('amending.gist-more', { count: all.length - 1 })}` : gist;
  };
}
