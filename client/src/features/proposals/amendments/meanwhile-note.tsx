import { useTranslation } from 'react-i18next';
import type { AmendmentsView } from '../../../../../src/proposals/amendments/amendments.contract.js';
import { Button } from '../../../ui/button.js';
import { meanwhileOf, useMeanwhileSentence } from './meanwhile.js';

/** What others did since the reader last looked or decided something here. */
export function MeanwhileNote(props: {
  readonly before: AmendmentsView;
  readonly now: AmendmentsView;
  readonly onSeen: () => void;
}) {
  const { t } = useTranslation();
  const sentence = useMeanwhileSentence();
  const found = meanwhileOf(props.before, props.now);
  return (
    <div role="status">
      {found.length > 0 && (
        <div className="notice notice-waiting">
          <strong>{t('meanwhile.title')}</strong>
          <ul className="plain-list">
            {found.map((each) => (
              <li key={sentence(each)}>{sentence(each)}</li>
            ))}
          </ul>
          <div className="actions">
            <Button look="quiet" onPress={props.onSeen}>
              {t('meanwhile.seen')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
