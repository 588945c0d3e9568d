import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AmendmentsView } from '../../../../../src/proposals/amendments/amendments.contract.js';
import { Button } from '../../../ui/button.js';
import { lazily } from '../../../ui/lazily.js';

const DecideTogether = lazily(() => import('./decide-together.js'), 'forms');

/** Deciding those that are chosen, all or none. */
export function BulkBar(props: {
  readonly proposalId: string;
  readonly list: AmendmentsView;
  readonly chosen: readonly string[];
  readonly may: Readonly<Record<'accept' | 'reject', boolean>>;
  readonly onDone: (answer: AmendmentsView) => void;
}) {
  const { t } = useTranslation();
  const [move, setMove] = useState<'accept' | 'reject' | null>(null);
  const { proposalId, list, chosen, may, onDone } = props;
  const amendments = list.amendments.filter(({ id }) => chosen.includes(id));
  const all = (ability: 'accept' | 'reject') =>
    amendments.length > 0 && amendments.every(({ abilities }) => abilities[ability]);
  return (
    <div className="bulk-bar">
      <p role="status">{t('amending.chosen', { count: amendments.length })}</p>
      <div className="actions">
        {may.accept && (
          <Button look="primary" isDisabled={!all('accept')} onPress={() => setMove('accept')}>
            {t('amending.accept-all')}
          </Button>
        )}
        {may.reject && (
          <Button look="danger" isDisabled={!all('reject')} onPress={() => setMove('reject')}>
            {t('amending.reject-all')}
          </Button>
        )}
      </div>
      {move && (
        <Suspense>
          <DecideTogether
            proposalId={proposalId}
            move={move}
            amendments={amendments}
            onClose={() => setMove(null)}
            onDone={(answer) => {
              setMove(null);
              onDone(answer);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
