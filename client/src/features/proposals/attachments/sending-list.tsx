import { useTranslation } from 'react-i18next';
import { isolated } from '../../../../../src/kernel/localized.js';
import { ATTACHMENT_LIMITS } from '../../../../../src/proposals/attachments/attachments.contract.js';
import { Button } from '../../../ui/button.js';
import { Refusal } from '../../../ui/feedback.js';
import { ProgressBar } from '../../../ui/progress-bar.js';
import type { Sending } from './use-uploads.js';

/** Files on their way, and those that were refused, with why. */
export function SendingList({
  list,
  again,
  remove,
}: {
  readonly list: readonly Sending[];
  readonly again: (key: string) => void;
  readonly remove: (key: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <ul className="rows cards attachments">
      {list.map(({ key, file, share, error }) => {
        const name = isolated(file.name);
        return (
          <li key={key} className="attachment">
            {error ? (
              <bdi className="attachment-name">{file.name}</bdi>
            ) : (
              <ProgressBar label={name} value={share} max={1} />
            )}
            <Refusal error={error} />
            <div className="actions">
              {Boolean(error) && file.size <= ATTACHMENT_LIMITS.bytes && (
                <Button aria-label={t('files.retry-named', { name })} onPress={() => again(key)}>
                  {t('state.retry')}
                </Button>
              )}
              <Button look="quiet" aria-label={t('files.cancel-named', { name })} onPress={() => remove(key)}>
                {t('do.cancel')}
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
