import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { POLL_LIMITS, type PollView } from '../../../../src/voting/polls.contract.js';
import type { RehearsalView, StartRehearsal } from '../../../../src/voting/rehearsals.contract.js';
import { get, post } from '../../lib/api.js';
import { useWrite } from '../../lib/use-write.js';
import { Loading, Notice } from '../../ui/feedback.js';
import { TextField } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { Time } from '../../ui/time.js';
import { wholeOf } from './poll-form.js';

/** Before anybody votes, the chair can let the poll be held with simulated voters, and sees what came of it. */
export function Rehearsals({ poll }: { readonly poll: PollView }) {
  const { t } = useTranslation();
  const rehearsals = useQuery({
    queryKey: ['poll', poll.id, 'rehearsals'],
    queryFn: ({ signal }) => get<readonly RehearsalView[]>(`/polls/${poll.id}/rehearsals`, undefined, signal),
  });
  const running = rehearsals.data?.some(({ state }) => state === 'running') ?? false;
  return (
    <details className="disclosure">
      <summary>{t('rehearsal.title')}</summary>
      <div className="stack">
        <p className="muted">{t('rehearsal.text')}</p>
        {running ? <Loading lines={1} /> : <Start poll={poll} />}
        <ul className="rows" aria-live="polite">
          {rehearsals.data?.map((rehearsal) => (
            <li key={rehearsal.id}>
              <Outcome rehearsal={rehearsal} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function Start({ poll }: { readonly poll: PollView }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('200');
  const voters = wholeOf(typed, 1, POLL_LIMITS.rehearsalVoters);
  const start = useWrite(
    (body: StartRehearsal) => post<RehearsalView>(`/polls/${poll.id}/rehearsals`, body),
    ['poll'],
  );
  const problem = useFieldProblems(start.error);
  return (
    <Form
      narrow
      submit={t('rehearsal.start')}
      isPending={start.isPending}
      error={start.error}
      isDisabled={voters === null}
      onSubmit={() => voters !== null && start.mutate({ voters })}
    >
      <TextField
        label={t('rehearsal.voters')}
        inputMode="numeric"
        value={typed}
        onChange={setTyped}
        problem={
          problem('voters') ??
          (voters === null ? t('prepare.number-problem', { max: POLL_LIMITS.rehearsalVoters }) : null)
        }
      />
    </Form>
  );
}

function Outcome({ rehearsal }: { readonly rehearsal: RehearsalView }) {
  const { t } = useTranslation();
  const { report, startedAt, state, voters } = rehearsal;
  const held = report !== null && report.faults.length === 0;
  return (
    <Notice tone={state === 'running' ? 'plain' : held ? 'good' : 'problem'}>
      <strong>
        {t(state === 'running' ? 'rehearsal.running' : held ? 'rehearsal.held' : 'rehearsal.wrong', {
          count: voters,
        })}
      </strong>
      {report && (
        <span>
          {t('rehearsal.figures', {
            acknowledged: report.acknowledged,
            stored: report.stored,
            counted: report.counted,
            seconds: (report.castingMs + report.closingMs) / 1_000,
          })}
        </span>
      )}
      {report?.faults.map((fault) => (
        <span key={fault} lang="en" dir="ltr">
          {fault}
        </span>
      ))}
      <span className="muted">
        <Time at={startedAt} show="moment" />
      </span>
    </Notice>
  );
}
