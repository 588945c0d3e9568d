import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProposalSummary } from '../../../../src/proposals/proposals.contract.js';
import { useAllPages } from '../../lib/all-pages.js';
import { OF } from '../../lib/query-client.js';
import { RadioGroup } from '../../ui/choice.js';
import { Notice } from '../../ui/feedback.js';
import { usePick } from '../../ui/lang-text.js';
import { LocalizedFields } from '../../ui/localized-fields.js';
import { Select } from '../../ui/select.js';
import { useSessions } from '../program/queries.js';
import type { Subject } from './create-poll.js';

interface SubjectProps {
  readonly slug: string;
  readonly value: Subject;
  readonly change: (part: Partial<Subject>) => void;
  readonly problem: (field: string) => string | null;
}

/** In which session a poll is taken, and on which proposal or question. */
export function SubjectFields({ slug, value, change, problem }: SubjectProps) {
  const { t } = useTranslation();
  return (
    <>
      <SessionField slug={slug} value={value} change={change} />
      <RadioGroup
        label={t('prepare.about')}
        value={value.about}
        onChange={(about) => change({ about })}
        options={(['proposal', 'question'] as const).map((id) => ({
          id,
          label: t(`prepare.about.${id}`),
          hint: t(`prepare.about-hint.${id}`),
        }))}
      />
      {value.about === 'proposal' ? (
        <ProposalField slug={slug} value={value} change={change} />
      ) : (
        <LocalizedFields
          label={t('prepare.question')}
          name="question"
          value={value.question}
          onChange={(question) => change({ question })}
          problem={problem}
        />
      )}
    </>
  );
}

type FieldProps = Omit<SubjectProps, 'problem'>;

/** The sessions in which a poll can be prepared now. */
export function useOpenSessions(slug: string) {
  return (useSessions(slug).data ?? []).filter(({ abilities }) => abilities.openPoll);
}

/** The session in which a poll is taken; where one alone is running there is nothing to choose. */
export function SessionField(props: {
  readonly slug: string;
  readonly value: Pick<Subject, 'sessionId'>;
  readonly change: (part: Pick<Subject, 'sessionId'>) => void;
}) {
  const { slug, value, change } = props;
  const { t } = useTranslation();
  const pick = usePick();
  const running = useOpenSessions(slug);
  if (running.length === 0)
    return (
      <Notice tone="waiting">
        <p>
          {t('polls.no-session')} <Link to={`/f/${slug}/manage/program`}>{t('manage.program')}</Link>
        </p>
      </Notice>
    );
  return (
    <Select
      label={t('polls.session')}
      value={value.sessionId || (running.length === 1 ? (running[0]?.id ?? '') : '')}
      onChange={(sessionId) => change({ sessionId })}
      options={[
        { id: '', label: t('form.choose') },
        ...running.map(({ id, title }) => ({ id, label: pick(title) })),
      ]}
    />
  );
}

function ProposalField({ slug, value, change }: FieldProps) {
  const { t } = useTranslation();
  const admitted = useAllPages<ProposalSummary>(
    ['proposal', OF, slug, 'to-vote'],
    `/forums/${slug}/proposals`,
    { state: 'admitted' },
  );
  if (admitted.data?.length === 0)
    return (
      <Notice tone="waiting">
        <p>
          {t('polls.no-proposal')} <Link to={`/f/${slug}/proposals`}>{t('nav.proposals')}</Link>
        </p>
      </Notice>
    );
  return (
    <Select
      label={t('polls.proposal')}
      value={value.proposalId}
      onChange={(proposalId) => change({ proposalId })}
      options={[
        { id: '', label: t('form.choose') },
        ...(admitted.data ?? []).map(({ id, number, title }) => ({ id, label: `${number}. ${title}` })),
      ]}
    />
  );
}
