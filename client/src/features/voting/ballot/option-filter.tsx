import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollOption } from '../../../../../src/voting/polls.contract.js';
import { TextField } from '../../../ui/field.js';
import { usePick } from '../../../ui/lang-text.js';

/** A list that one takes in at a glance needs no box to look for things in. */
export const GLANCE = 12;

/** Small letters without marks above or below, Arabic ones too: what is typed in haste finds what is written well. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** The options whose text in the page's language holds the words that were typed, and the box to type them in. */
export function useOptionFilter(options: readonly PollOption[]): {
  readonly shown: readonly PollOption[];
  readonly box: ReactNode;
} {
  const { t } = useTranslation();
  const pick = usePick();
  const [words, setWords] = useState('');
  if (options.length <= GLANCE) return { shown: options, box: null };
  const wanted = plain(words.trim());
  const shown = wanted ? options.filter(({ text }) => plain(pick(text)).includes(wanted)) : options;
  const box = (
    <div className="option-filter">
      <TextField
        label={t('ballot.filter', { count: options.length })}
        type="search"
        value={words}
        onChange={setWords}
      />
      <p role="status" className="hint">
        {wanted && t('ballot.found', { count: shown.length })}
      </p>
    </div>
  );
  return { shown, box };
}
