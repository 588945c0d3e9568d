import './adoption.css';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppealView } from '../../../../../src/appeal/appeal.contract.js';
import { post } from '../../../lib/api.js';
import { Button } from '../../../ui/button.js';
import { Confirm } from '../../../ui/confirm.js';
import { Loading, Refusal } from '../../../ui/feedback.js';
import { lazily } from '../../../ui/lazily.js';
import { Section } from '../../../ui/page.js';
import { ReasonDialog } from '../../../ui/reason-dialog.js';
import { PollsOn } from '../../voting/polls-on.js';
import { CompileForm } from '../compile-form.js';
import { useEdit } from '../queries.js';
import type { WorkshopPart } from '../workshop.js';
import { ObstacleList } from './obstacle-list.js';
import { Steps } from './steps.js';

const SignaturesSection = lazily(() => import('../signatures/signatures-section.js'));
const PutToVote = lazily(() => import('./put-to-vote.js'), 'voting', 'chairing', 'forms', 'terms', 'manage');

/** From here on there is a text to sign, or that was signed. */
const SIGNED = ['adopted', 'publishing', 'published', 'superseded'];

/** The way of the text from the draft to its publication: where it stands, what is missing, and the next step. */
export default function AdoptionPanel({ forum, appeal }: WorkshopPart) {
  const { t } = useTranslation();
  const { slug } = forum;
  const { abilities } = appeal;
  return (
    <div className="stack">
      <Section title={t('adoption.title')}>
        <Steps state={appeal.state} />
        <p className="muted">{t(`adoption.about.${appeal.state}` as 'adoption.about.drafting')}</p>
        <Missing appeal={appeal} />
        <NextStep appeal={appeal} />
        {abilities.putToVote && (
          <Suspense>
            <PutToVote slug={slug} appeal={appeal} />
          </Suspense>
        )}
        {abilities.redraft && <Redraft appeal={appeal} />}
        <p className="muted">
          {t('adoption.hash')} <code dir="ltr">{appeal.textHash}</code>
        </p>
      </Section>
      {SIGNED.includes(appeal.state) && (
        <Suspense fallback={<Loading lines={4} />}>
          <SignaturesSection forum={forum} appeal={appeal} />
        </Suspense>
      )}
      <PollsOn slug={slug} subject={appeal.id} title={t('adoption.polls')} />
      {abilities.recompile && (
        <Section title={t('appeal.compile-again')}>
          <p className="muted">{t('appeal.compile-again-text')}</p>
          <CompileForm slug={slug} again />
        </Section>
      )}
    </div>
  );
}

/** Of the adoption while the text is written, of the publication once it is adopted. */
function Missing({ appeal }: { readonly appeal: AppealView }) {
  const { t } = useTranslation();
  const written = appeal.state === 'drafting' || appeal.state === 'reviewing';
  if (!written && appeal.state !== 'adopted') return null;
  const step = written ? 'adoption' : 'publication';
  return (
    <ObstacleList
      obstacles={appeal.missing.filter(({ blocks }) => blocks === step)}
      before={t(`adoption.missing.${step}`)}
      none={t(`adoption.ready.${step}`)}
    />
  );
}

/** What each step is asked by, where it may be taken now. */
function NextStep({ appeal }: { readonly appeal: AppealView }) {
  const { abilities, missing } = appeal;
  const blocked = (step: string) => missing.some(({ blocks }) => blocks === step);
  if (abilities.openReview) return <Step appeal={appeal} name="review" isDisabled={false} />;
  if (abilities.putToAdoption)
    return <Step appeal={appeal} name="adoption" isDisabled={blocked('adoption')} />;
  if (abilities.publish && appeal.state === 'adopted')
    return <Step appeal={appeal} name="publish" isDisabled={blocked('publication')} />;
  return null;
}

function Step(props: {
  readonly appeal: AppealView;
  readonly name: 'review' | 'adoption' | 'publish';
  readonly isDisabled: boolean;
}) {
  const { t } = useTranslation();
  const { appeal, name } = props;
  const [asking, setAsking] = useState(false);
  const take = useEdit(
    appeal.id,
    () => post<AppealView>(`/appeals/${appeal.id}/${name}`, { version: appeal.version }),
    () => setAsking(false),
  );
  return (
    <>
      <div className="actions">
        <Button look="primary" isDisabled={props.isDisabled} onPress={() => setAsking(true)}>
          {t(`adoption.do.${name}`)}
        </Button>
      </div>
      {!asking && <Refusal error={take.error} />}
      <Confirm
        title={t(`adoption.sure.${name}`)}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => take.mutate()}
        action={t(`adoption.do.${name}`)}
        isPending={take.isPending}
        error={take.error}
      >
        <p>{t(`adoption.sure-text.${name}`)}</p>
      </Confirm>
    </>
  );
}

function Redraft({ appeal }: { readonly appeal: AppealView }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const redraft = useEdit(
    appeal.id,
    (reason: string) =>
      post<AppealView>(`/appeals/${appeal.id}/redraft`, { reason, version: appeal.version }),
    () => setAsking(false),
  );
  return (
    <div className="actions">
      <Button look="quiet" onPress={() => setAsking(true)}>
        {t('adoption.redraft')}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('adoption.redraft-sure')}
          text={t('adoption.redraft-text')}
          label={t('adoption.redraft-reason')}
          action={t('adoption.redraft')}
          isPending={redraft.isPending}
          error={redraft.error}
          onClose={() => setAsking(false)}
          onReason={redraft.mutate}
        />
      )}
    </div>
  );
}
