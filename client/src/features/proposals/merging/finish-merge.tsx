import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { MergeView } from '../../../../../src/proposals/merging/merging.contract.js';
import { Button } from '../../../ui/button.js';
import { Confirm } from '../../../ui/confirm.js';
import { useToast } from '../../../ui/toast.js';
import { Fate } from './amendment-fates.js';
import { useFinish, useMergeAct } from './queries.js';

/** Ends the merge: with a version, or without anything. Says what becomes of each amendment before it happens. */
export function FinishMerge({ view }: { readonly view: MergeView }) {
  const { t } = useTranslation();
  const { slug = '' } = useParams();
  const [asked, setAsked] = useState<'finish' | 'give-up' | null>(null);
  const toast = useToast();
  const navigate = useNavigate();
  const close = () => setAsked(null);
  const at = `/f/${slug}/proposals/${view.proposalId}`;
  const finish = useFinish(view.proposalId, ({ number }) => {
    toast(t('merging.finished'));
    void navigate(number === null ? at : `${at}/versions?from=${view.basedOn}&to=${number}&traces=1`);
  });
  const giveUp = useMergeAct(view.proposalId, close);
  if (!view.merging || !view.abilities.finish) return null;
  const { version } = view.merging;
  return (
    <>
      <div className="actions">
        <Button look="primary" onPress={() => setAsked('finish')}>
          {t('merging.finish')}
        </Button>
        <Button look="quiet" onPress={() => setAsked('give-up')}>
          {t('merging.give-up')}
        </Button>
      </div>
      {asked === 'finish' && (
        <Confirm
          title={t('merging.finish-title')}
          isOpen
          onClose={close}
          onConfirm={() => finish.mutate({ version, basedOn: view.basedOn })}
          action={t('merging.finish-do')}
          isPending={finish.isPending}
          error={finish.error}
        >
          <p>{t('merging.finish-text')}</p>
          <ul className="rows merge-fates">
            {view.amendments.map((amendment) => (
              <li key={amendment.id}>
                <Fate amendment={amendment} />
              </li>
            ))}
          </ul>
        </Confirm>
      )}
      {asked === 'give-up' && (
        <Confirm
          title={t('merging.give-up-title')}
          isOpen
          onClose={close}
          onConfirm={() => giveUp.mutate({ act: 'give-up' })}
          action={t('merging.give-up')}
          isPending={giveUp.isPending}
          error={giveUp.error}
        >
          <p>{t('merging.give-up-text')}</p>
        </Confirm>
      )}
    </>
  );
}
