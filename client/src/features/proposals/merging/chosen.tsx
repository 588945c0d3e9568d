import { useTranslation } from 'react-i18next';
import type { MergeChoice, MergeView } from '../../../../../src/proposals/merging/merging.contract.js';
import { Button } from '../../../ui/button.js';
import { Refusal } from '../../../ui/feedback.js';
import { Time } from '../../../ui/time.js';
import { useToast } from '../../../ui/toast.js';
import { useMergeAct } from './queries.js';
import { numbersOf } from './spots.js';

/** What stands, who chose it and when, and the way back. */
export function Chosen({ view, choice }: { readonly view: MergeView; readonly choice: MergeChoice }) {
  const { t } = useTranslation();
  const toast = useToast();
  const undo = useMergeAct(view.proposalId, () => toast(t('merging.undone')));
  const numbers = numbersOf(view.amendments)(choice.amendmentIds).join(', ');
  const may = choice.kind === 'reject' ? view.abilities.reject : view.abilities.choose;
  return (
    <div className="merge-chosen">
      <span>
        {choice.kind === 'original' && t('merging.chosen-original')}
        {choice.kind === 'take' && t('merging.chosen-take', { numbers })}
        {choice.kind === 'write' && t('merging.chosen-write')}
        {choice.kind === 'reject' && choice.reason}
      </span>{' '}
      <span className="muted">
        {choice.by && t('merging.by', { name: choice.by.name })} <Time at={choice.at} />
      </span>
      {may && (
        <Button
          look="quiet"
          isPending={undo.isPending}
          onPress={() => undo.mutate({ act: 'undo', body: { sequence: choice.sequence } })}
        >
          {t('merging.undo')}
        </Button>
      )}
      <Refusal error={undo.error} />
    </div>
  );
}
