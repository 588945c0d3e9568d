import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type {
  MergeAmendment,
  MergeFate,
  MergeView,
} from '../../../../../src/proposals/merging/merging.contract.js';
import { Author } from '../../../ui/author.js';
import { Button } from '../../../ui/button.js';
import { ReasonDialog } from '../../../ui/reason-dialog.js';
import { Chosen } from './chosen.js';
import { NumberMark } from './merge-text.js';
import { useMergeAct } from './queries.js';

const TONES: Readonly<Record<MergeFate, string>> = {
  accepted: 'good',
  modified: 'good',
  rejected: 'bad',
  fallen: 'plain',
  open: 'waiting',
};

/** What becomes of each amendment as things stand; moderators reject here. */
export function AmendmentFates({ view }: { readonly view: MergeView }) {
  const { t } = useTranslation();
  const [rejecting, setRejecting] = useState<MergeAmendment | null>(null);
  return (
    <>
      <ul className="rows merge-fates">
        {view.amendments.map((amendment) => (
          <li key={amendment.id} className="merge-fate">
            <Fate amendment={amendment} />
            <p className="muted merge-reason" dir="auto">
              {amendment.reason}
            </p>
            {amendment.waits && <p className="hint">{t('merging.waits')}</p>}
            {amendment.rejection ? (
              <Chosen view={view} choice={amendment.rejection} />
            ) : (
              view.abilities.reject &&
              amendment.state === 'submitted' &&
              amendment.fate === 'open' && (
                <div className="actions">
                  <Button look="quiet" onPress={() => setRejecting(amendment)}>
                    {t('merging.reject', { number: amendment.number })}
                  </Button>
                </div>
              )
            )}
          </li>
        ))}
      </ul>
      {rejecting && <Reject view={view} amendment={rejecting} onClose={() => setRejecting(null)} />}
    </>
  );
}

/** Number, author and fate of one, in a line. */
export function Fate({ amendment }: { readonly amendment: MergeAmendment }) {
  const { t } = useTranslation();
  const { slug = '' } = useParams();
  const { number, author, fate, taken, written, spots } = amendment;
  return (
    <p className="merge-fate-line">
      <NumberMark number={number} />
      <Link to={`/f/${slug}/amendments/${amendment.id}`}>{t('merging.amendment', { number })}</Link>
      <Author author={author} />
      <span className={`badge badge-${TONES[fate]}`}>{t(`merging.fate.${fate}`)}</span>
      {spots > 1 && taken + written < spots && taken + written > 0 && (
        <span className="muted">{t('merging.taken-of', { taken: taken + written, of: spots })}</span>
      )}
    </p>
  );
}

function Reject(props: {
  readonly view: MergeView;
  readonly amendment: MergeAmendment;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { id, number } = props.amendment;
  const act = useMergeAct(props.view.proposalId, props.onClose);
  return (
    <ReasonDialog
      title={t('merging.reject-title', { number })}
      text={t('merging.reject-text')}
      label={t('merging.reject-reason')}
      action={t('merging.reject-do')}
      look="danger"
      isPending={act.isPending}
      error={act.error}
      onClose={props.onClose}
      onReason={(reason) =>
        act.mutate({ act: 'choices', body: { spot: `amendment ${id}`, over: 0, kind: 'reject', reason } })
      }
    />
  );
}
