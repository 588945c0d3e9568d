import './chairing.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreatePoll } from '../../../../src/voting/polls.contract.js';
import { useDraft } from '../../lib/drafts.js';
import { Button } from '../../ui/button.js';
import { DraftNote, Form, useFieldProblems } from '../../ui/form.js';
import { Part, PollFields, Templates } from './poll-fields.js';
import { BEGINNING, type PollForm, termsOf } from './poll-form.js';
import { SessionField, useOpenSessions } from './subject-fields.js';

export type AskedTerms = Pick<CreatePoll, 'sessionId' | 'terms'>;

/** The session and the terms of a vote on something that is adopted or not, whose question is its own. */
export function TermsForm(props: {
  readonly slug: string;
  /** Under which name what was filled in is kept. */
  readonly draft: string;
  readonly submit: string;
  readonly hint: string;
  readonly isPending: boolean;
  readonly error: unknown;
  /** `forget` drops what was kept: once it is done. */
  readonly onSubmit: (asked: AskedTerms, forget: () => void) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { slug } = props;
  const [initial] = useState<PollForm & { readonly sessionId: string }>({
    ...BEGINNING,
    method: 'yes-no-abstain',
    sessionId: '',
  });
  const { value, change, forget, restored } = useDraft(props.draft, initial);
  const running = useOpenSessions(slug);
  const only = running.length === 1 ? (running[0]?.id ?? '') : '';
  const sessionId = running.some(({ id }) => id === value.sessionId) ? value.sessionId : only;
  const terms = termsOf(value);
  const problem = useFieldProblems(props.error);
  return (
    <Form
      submit={props.submit}
      isPending={props.isPending}
      error={props.error}
      isDisabled={!terms || !sessionId}
      onSubmit={() => terms && props.onSubmit({ sessionId, terms }, forget)}
      actions={
        <Button look="quiet" onPress={props.onClose}>
          {t('do.cancel')}
        </Button>
      }
    >
      {restored && <DraftNote restored discard={forget} />}
      <p className="hint">{props.hint}</p>
      <Templates form={value} change={change} only="proposals" />
      <Part title={t('prepare.what')}>
        <SessionField slug={slug} value={{ sessionId }} change={change} />
      </Part>
      <PollFields slug={slug} form={value} change={change} problem={problem} onProposal />
    </Form>
  );
}
