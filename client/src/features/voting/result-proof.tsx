import { useTranslation } from 'react-i18next';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import { address } from '../../lib/api.js';
import { CopyButton } from '../../ui/copy-button.js';
import { Section } from '../../ui/page.js';

/** What it takes to check a result without trusting this server. */
export function ResultProof({ poll }: { readonly poll: PollView }) {
  const { t } = useTranslation();
  const file = `nidaa-poll-${poll.id.slice(0, 8)}-${poll.round}.json`;
  const command = `npx nidaa verify ${file}`;
  return (
    <Section title={t('result.proof')}>
      <p className="muted">{t('result.proof-text')}</p>
      <p>
        <a href={address(`/rounds/${poll.roundId}/record`)} download={file}>
          {t('result.record')}
        </a>
      </p>
      <p>{t('result.verify')}</p>
      <div className="split">
        <code className="code" dir="ltr">
          {command}
        </code>
        <CopyButton text={command} name={command} />
      </div>
    </Section>
  );
}
