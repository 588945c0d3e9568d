import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import { LangText } from '../../ui/lang-text.js';
import { lazily } from '../../ui/lazily.js';
import { Section } from '../../ui/page.js';
import { isRunning } from './running.js';
import { useTermsText } from './terms-text.js';

const VotedText = lazily(() => import('../proposals/voted-text.js'), 'reading', 'comparing', 'amending');

/** What is voted on and by which rule, how openly, and the fingerprint of it all. */
export function PollDetails({ poll }: { readonly poll: PollView }) {
  const { t } = useTranslation();
  const termsText = useTermsText();
  const { terms } = poll;
  return (
    <>
      {poll.subject && <SubjectText subject={poll.subject} />}
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

/** Comes when it is asked for: most voters have read it. */
function SubjectText({ subject }: { readonly subject: NonNullable<PollView['subject']> }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details className="disclosure" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('poll.read-text')}</summary>
      {open && (
        <Suspense>
          <VotedText subject={subject} />
        </Suspense>
      )}
    </details>
  );
}
