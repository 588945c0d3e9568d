import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import { LangText } from '../../ui/lang-text.js';
import { lazily } from '../../ui/lazily.js';
import { Section } from '../../ui/page.js';
import { useProposal } from '../proposals/queries.js';
import { isRunning } from './running.js';
import { useTermsText } from './terms-text.js';

const ProposalBody = lazily(() => import('../proposals/proposal-body.js'), 'reading');

/** What is voted on and by which rule, how openly, and the fingerprint of it all. */
export function PollDetails({ poll }: { readonly poll: PollView }) {
  const { t } = useTranslation();
  const termsText = useTermsText();
  const { terms } = poll;
  return (
    <>
      {poll.subject && <SubjectText proposalId={poll.subject.id} />}
      {terms.options.length > 0 && !poll.result && !isRunning(poll) && (
        <Section title={t('poll.options')}>
          <ol className="options-read">
            {terms.options.map(({ id, text }) => (
              <li key={id}>
                <LangText text={text} />
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Section title={t('poll.rule')}>
        <p>{termsText(terms)}</p>
      </Section>
      <Section title={t('poll.secrecy')}>
        <p>{t(`poll.secrecy.${terms.live ? 'live' : terms.secrecy}`)}</p>
        {terms.secrecy === 'secret' && <p className="muted">{t('poll.secrecy.limits')}</p>}
      </Section>
      {poll.definitionHash && (
        <details className="disclosure">
          <summary>{t('poll.proof')}</summary>
          <p className="muted">{t('poll.proof-text')}</p>
          <p className="code" dir="ltr">
            {poll.definitionHash}
          </p>
        </details>
      )}
    </>
  );
}

function SubjectText({ proposalId }: { readonly proposalId: string }) {
  const { t } = useTranslation();
  const proposal = useProposal(proposalId).data;
  const [open, setOpen] = useState(false);
  if (!proposal) return null;
  return (
    <details className="disclosure" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('poll.read-text')}</summary>
      {open && (
        <Suspense>
          <ProposalBody proposal={proposal} withTitle />
        </Suspense>
      )}
    </details>
  );
}
