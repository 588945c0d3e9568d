import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AmendmentView } from '../../../../../src/proposals/amendments/amendments.contract.js';
import type { ProposalView } from '../../../../../src/proposals/proposals.contract.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import { Refusal } from '../../../ui/feedback.js';
import { lazily } from '../../../ui/lazily.js';
import type { AskedOfAmendment } from './decision-question.js';
import { useMoveAmendment } from './move-amendment.js';
import type { Base } from './suggested.js';

const Question = lazily(() => import('./amendment-questions.js'), 'forms');
const AcceptOtherwise = lazily(() => import('./accept-otherwise.js'), 'forms', 'writing');

/** Everything that this reader may do with the amendment, as the server said. */
export default function AmendmentActions(props: {
  readonly slug: string;
  readonly amendment: AmendmentView;
  readonly proposal: ProposalView;
  /** The text that it would be accepted in. */
  readonly now: Base;
}) {
  const { t } = useTranslation();
  const { slug, amendment, proposal, now } = props;
  const [asked, setAsked] = useState<AskedOfAmendment | null>(null);
  const [otherwise, setOtherwise] = useState(false);
  const act = useMoveAmendment(amendment);
  const { abilities, conflicts } = amendment;
  const ask = (what: AskedOfAmendment, look: 'primary' | 'secondary' | 'danger') =>
    abilities[what] && (
      <Button look={look} onPress={() => setAsked(what)}>
        {t(`amending.${what}`)}
      </Button>
    );
  return (
    <div className="stack stack-tight handling">
      <div className="actions">
        {abilities.submit && (
          <Button look="primary" isPending={act.isPending} onPress={() => act.mutate({ move: 'submit' })}>
            {t('amending.submit')}
          </Button>
        )}
        {abilities.edit && (
          <ButtonLink
            look={conflicts.length > 0 ? 'primary' : 'secondary'}
            to={`/f/${slug}/amendments/${amendment.id}/edit`}
          >
            {t(conflicts.length > 0 ? 'amending.settle' : 'do.edit')}
          </ButtonLink>
        )}
        {ask('accept', 'primary')}
        {abilities.accept && (
          <Button onPress={() => setOtherwise(true)}>{t('amending.accept-otherwise')}</Button>
        )}
        {abilities.putToVote && (
          <ButtonLink to={`/f/${slug}/proposals/${proposal.id}/amendments`}>
            {t('amending.put-to-vote')}
          </ButtonLink>
        )}
        {abilities.amend && (
          <ButtonLink to={`/f/${slug}/proposals/${proposal.id}/amend?parent=${amendment.id}`}>
            {t('amending.amend')}
          </ButtonLink>
        )}
        {ask('reject', 'danger')}
        {ask('withdraw', 'danger')}
      </div>
      <Refusal error={act.error} />
      {asked && (
        <Suspense>
          <Question asked={asked} amendment={amendment} onClose={() => setAsked(null)} />
        </Suspense>
      )}
      {otherwise && abilities.accept && (
        <Suspense>
          <AcceptOtherwise
            amendment={amendment}
            lang={proposal.lang}
            now={now}
            onClose={() => setOtherwise(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
