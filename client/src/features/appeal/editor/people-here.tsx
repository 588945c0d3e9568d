import { useTranslation } from 'react-i18next';
import type { Presence } from '../../../../../src/appeal/document/document.contract.js';
import { useCodeText } from '../../../i18n/i18n.js';
import { Button } from '../../../ui/button.js';
import { Notice } from '../../../ui/feedback.js';
import type { Together, TogetherState } from './together.js';

/** Who else is here, and how it stands with what was written. */
export function PeopleHere({
  state,
  together,
}: {
  readonly state: TogetherState;
  readonly together: Together;
}) {
  const { t } = useTranslation();
  const codeText = useCodeText();
  const names = [...new Set(state.others.map(({ name }) => name))];
  return (
    <>
      <div className="together-people">
        <p>
          {names.length > 0 ? t('together.here') : t('together.alone')}{' '}
          {names.map((name) => (
            <bdi key={name} className="badge">
              {name}
            </bdi>
          ))}
        </p>
        <p role="status" className="muted">
          {t(standingOf(state))}
        </p>
      </div>
      {state.refused && (
        <Notice tone="problem">
          <p>{codeText('error', state.refused)}</p>
          <p>{t('together.refused')}</p>
          <Button onPress={() => together.beginAgain()}>{t('together.begin-again')}</Button>
        </Notice>
      )}
    </>
  );
}

function standingOf({ line, saved, write, doc }: TogetherState) {
  if (line === 'lost') return saved ? 'together.offline' : 'together.offline-unsaved';
  if (!doc) return 'together.opening';
  if (!write) return 'together.reading';
  return saved ? 'together.saved' : 'together.saving';
}

/** Who is in a clause, in words: those who write first. */
export function namesIn(
  others: readonly Presence[],
  clauseId: string,
  say: { readonly writing: (name: string) => string; readonly here: (name: string) => string },
): string {
  const there = others.filter((each) => each.clauseId === clauseId);
  const writing = [...new Set(there.filter((each) => each.writing).map(({ name }) => name))];
  const here = [...new Set(there.map(({ name }) => name))].filter((name) => !writing.includes(name));
  return [...writing.map(say.writing), ...here.map(say.here)].join(' · ');
}
