import { useTranslation } from 'react-i18next';
import type { SaveStanding, SaveState } from '../../../lib/autosave.js';

/** Comes and goes while one types, and would be read aloud each time. */
const QUIET: readonly (SaveState | 'unkept')[] = ['saved', 'unsaved', 'saving', 'incomplete'];

/** How safe what was typed is, in words. `bySelf` says that it is going to be saved without being told. */
export function SaveNote({
  standing,
  bySelf = true,
}: {
  readonly standing: SaveStanding<unknown>;
  readonly bySelf?: boolean;
}) {
  const { t } = useTranslation();
  const { state, kept } = standing;
  const word = !kept && state !== 'saved' ? 'unkept' : state;
  return (
    <p className={`save-note save-note-${word}`} aria-live={QUIET.includes(word) ? 'off' : 'polite'}>
      {word === 'unsaved' && !bySelf ? t('save.kept') : t(`save.${word}`)}
    </p>
  );
}
