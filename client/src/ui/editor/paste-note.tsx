import { useTranslation } from 'react-i18next';
import { useLang } from '../../i18n/i18n.js';
import { Button } from '../button.js';
import type { Pasted } from './pasting.js';

export type { Pasted };

/** Says what became of what was pasted, where it did not come in as it was. */
export function PasteNote({
  pasted,
  onClose,
}: {
  readonly pasted: Pasted | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { locale } = useLang();
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return (
    <div
      role="status"
      className={
        pasted ? `notice ${pasted.tooLong ? 'notice-problem' : 'notice-plain'} draft-note` : undefined
      }
    >
      {pasted && (
        <>
          <span>
            {pasted.tooLong
              ? t('paste.too-long')
              : t('paste.fitted', { what: list.format(pasted.gone.map((each) => t(`paste.gone.${each}`))) })}
          </span>
          <Button look="quiet" onPress={onClose}>
            {t('do.close')}
          </Button>
        </>
      )}
    </div>
  );
}
