import { useTranslation } from 'react-i18next';
import { useCodeText } from '../../../i18n/i18n.js';
import { AUTONYM, directionOf } from '../../../i18n/locale.js';
import { Button } from '../../../ui/button.js';
import { CopyButton } from '../../../ui/copy-button.js';
import { Notice } from '../../../ui/feedback.js';
import { placeKey, type Reading } from './unsent-words.js';

/** What somebody wrote and the text did not take: why, the words clause by clause, to be copied, and the way on. */
export function UntakenWords({
  refused,
  readings,
  onGiveUp,
}: {
  /** Code of the refusal after which nothing more is sent; null where the text went on without these words. */
  readonly refused: string | null;
  readonly readings: readonly Reading[];
  readonly onGiveUp: () => void;
}) {
  const { t } = useTranslation();
  const codeText = useCodeText();
  if (!refused && readings.length === 0) return null;
  const all = readings.map(({ lang, text }) => `${AUTONYM[lang]}\n${text}`).join('\n\n');
  return (
    <Notice tone="problem">
      {refused && <p>{codeText('error', refused)}</p>}
      {readings.length > 0 && <p>{t('together.untaken')}</p>}
      {readings.map((each) => (
        <figure key={placeKey(each)} className="together-untaken">
          <figcaption lang={each.lang}>{AUTONYM[each.lang]}</figcaption>
          <blockquote lang={each.lang} dir={directionOf(each.lang)}>
            {each.text}
          </blockquote>
        </figure>
      ))}
      <div className="actions">
        {readings.length > 0 && <CopyButton text={all} label={t('together.copy-untaken')} />}
        <Button onPress={onGiveUp}>{t(refused ? 'together.begin-again' : 'together.give-up')}</Button>
      </div>
    </Notice>
  );
}
