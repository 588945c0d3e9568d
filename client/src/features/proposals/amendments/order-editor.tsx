import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AmendmentsView,
  PublishOrder,
} from '../../../../../src/proposals/amendments/amendments.contract.js';
import { put } from '../../../lib/api.js';
import { useDraft } from '../../../lib/drafts.js';
import { OF } from '../../../lib/query-client.js';
import { Author } from '../../../ui/author.js';
import { Button } from '../../../ui/button.js';
import { Refusal } from '../../../ui/feedback.js';
import { MoveButtons } from '../../../ui/move-buttons.js';
import { Section } from '../../../ui/page.js';
import { useToast } from '../../../ui/toast.js';
import { Consequences } from './consequences.js';
import { useGist } from './gist.js';
import { arranged, mayMove, moved, toVote } from './order.js';

/** What the chair moved here and did not publish yet. */
interface Arrangement {
  readonly ids: readonly string[] | null;
}
const UNARRANGED: Arrangement = { ids: null };

/** The order of voting, as the rule proposes it or as the chair arranges it, with what follows; published from here. */
export function OrderEditor(props: {
  readonly proposalId: string;
  readonly list: AmendmentsView;
  readonly onDone: (answer: AmendmentsView) => void;
}) {
  const { t } = useTranslation();
  const { proposalId, list, onDone } = props;
  const client = useQueryClient();
  const toast = useToast();
  const gist = useGist();
  const [said, setSaid] = useState('');
  const open = toVote(list);
  const byRule = list.proposed.amendmentIds;
  const draft = useDraft<Arrangement>(`amendment.order.${proposalId}`, UNARRANGED);
  const order = arranged(draft.value.ids ?? list.order?.amendmentIds ?? byRule, byRule, open);
  const rule = arranged(byRule, byRule, open);
  const byId = new Map(open.map((each) => [each.id, each]));
  const publish = useMutation({
    mutationFn: (asked: PublishOrder) =>
      put<AmendmentsView>(`/proposals/${proposalId}/amendments/order`, asked),
    onSuccess: (answer) => {
      client.setQueryData(['amendment', OF, proposalId], answer);
      draft.forget();
      toast(t('order.done'));
      onDone(answer);
    },
    onError: () => void client.invalidateQueries({ queryKey: ['amendment', OF, proposalId] }),
  });
  const move = (at: number, by: -1 | 1) => {
    const number = byId.get(order[at] as string)?.number ?? 0;
    draft.change({ ids: moved(order, at, by) });
    setSaid(t('order.moved', { number, place: at + by + 1, all: order.length }));
  };
  return (
    <Section title={t('order.title')}>
      <p className="muted">{t('order.text')}</p>
      <ol className="rows vote-order">
        {order.map((id, at) => {
          const each = byId.get(id);
          return (
            each && (
              <li key={id} className="vote-order-row">
                <span className="vote-order-place" aria-hidden="true">
                  {t('number', { value: at + 1 })}
                </span>
                <span className="vote-order-what">
                  <strong>{t('amending.name', { number: each.number })}</strong>
                  <span className="meta">
                    <Author author={each.author} />
                    <span dir="auto">{gist(each)}</span>
                  </span>
                </span>
                <MoveButtons
                  name={t('amending.name', { number: each.number })}
                  canMoveUp={mayMove(order, at, -1, open)}
                  canMoveDown={mayMove(order, at, 1, open)}
                  onMove={(by) => move(at, by)}
                />
              </li>
            )
          );
        })}
      </ol>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <h3>{t('consequence.title')}</h3>
      <Consequences order={order} of={list.proposed.consequences} amendments={list.amendments} />
      <Refusal error={publish.error} />
      <div className="actions">
        <Button
          look="primary"
          isPending={publish.isPending}
          onPress={() => publish.mutate({ amendmentIds: order })}
        >
          {t(list.order ? 'order.publish-anew' : 'order.publish')}
        </Button>
        {order.join() !== rule.join() && (
          <Button
            look="quiet"
            onPress={() => {
              draft.change({ ids: rule });
              setSaid(t('order.by-rule-again'));
            }}
          >
            {t('order.by-rule')}
          </Button>
        )}
      </div>
    </Section>
  );
}
