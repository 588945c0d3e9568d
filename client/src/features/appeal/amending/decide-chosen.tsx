import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ClauseAmendmentsView,
  ClauseAmendmentView,
} from '../../../../../src/appeal/amendments/clause-amendments.contract.js';
import type { DecideAmendments } from '../../../../../src/proposals/amendments/amendments.contract.js';
import { post } from '../../../lib/api.js';
import { ApiError } from '../../../lib/api-error.js';
import { Button } from '../../../ui/button.js';
import { ReasonDialog } from '../../../ui/reason-dialog.js';
import { useToast } from '../../../ui/toast.js';
import { useNumbers } from '../../proposals/amendments/numbers.js';
import { listKey, useRefreshed } from './queries.js';

type Move = DecideAmendments['move'];

/** Deciding those that are chosen with one reason, all or none. */
export function DecideChosen(props: {
  readonly appealId: string;
  readonly list: ClauseAmendmentsView;
  readonly chosen: readonly string[];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const { list, chosen } = props;
  const [move, setMove] = useState<Move | null>(null);
  const amendments = list.amendments.filter(({ id }) => chosen.includes(id));
  const all = (ability: Move) =>
    amendments.length > 0 && amendments.every(({ abilities }) => abilities[ability]);
  return (
    <div className="bulk-bar">
      <p role="status">{t('amending.chosen', { count: amendments.length })}</p>
      <div className="actions">
        <Button look="primary" isDisabled={!all('accept')} onPress={() => setMove('accept')}>
          {t('amending.accept-all')}
        </Button>
        <Button look="danger" isDisabled={!all('reject')} onPress={() => setMove('reject')}>
          {t('amending.reject-all')}
        </Button>
      </div>
      {move && <Decide {...props} move={move} amendments={amendments} onClose={() => setMove(null)} />}
    </div>
  );
}

function Decide(props: {
  readonly appealId: string;
  readonly move: Move;
  readonly amendments: readonly ClauseAmendmentView[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const refresh = useRefreshed();
  const toast = useToast();
  const listed = useNumbers();
  const { appealId, move, amendments, onClose, onDone } = props;
  const act = useMutation({
    mutationFn: (asked: DecideAmendments) =>
      post<ClauseAmendmentsView>(`/appeals/${appealId}/amendments/decisions`, asked),
    onSuccess: (answer) => {
      client.setQueryData(listKey(appealId), answer);
      refresh();
      toast(t(`amending.done-${move}-all`));
      onClose();
      onDone();
    },
    onError: refresh,
  });
  const numbers = amendments.map(({ number }) => number);
  const named = namedBy(act.error, act.variables?.amendments ?? [], amendments);
  const said = t(`amending.${move}-all-text`, { count: numbers.length, names: listed(numbers) });
  return (
    <ReasonDialog
      title={t(`amending.${move}-all`)}
      text={named ? `${said} ${t('amending.named', { number: named.number })}` : said}
      label={t('amending.decision-reason')}
      action={t(`amending.${move}`)}
      look={move === 'reject' ? 'danger' : 'primary'}
      isPending={act.isPending}
      error={act.error}
      onClose={onClose}
      onReason={(reason) =>
        act.mutate({ move, reason, amendments: amendments.map(({ id, version }) => ({ id, version })) })
      }
    />
  );
}

/** Which of those that were sent the server named. */
function namedBy(
  error: unknown,
  sent: DecideAmendments['amendments'],
  amendments: readonly ClauseAmendmentView[],
): ClauseAmendmentView | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const field = error.fields.map((each) => /^amendments\.(\d+)$/.exec(each.field)).find(Boolean);
  const id = field && sent[Number(field[1])]?.id;
  return amendments.find((each) => each.id === id);
}
