import { useTranslation } from 'react-i18next';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import { Badge } from '../../ui/badge.js';
import { Section } from '../../ui/page.js';
import { Time } from '../../ui/time.js';

/** Attempts before this one: none is ever erased. */
export function EarlierRounds({ poll }: { readonly poll: PollView }) {
  const { t } = useTranslation();
  if (poll.earlier.length === 0) return null;
  return (
    <Section title={t('poll.earlier')}>
      <ul className="rows cards">
        {poll.earlier.map(({ id, number, state, openedAt, closedAt, reason, adopted }) => (
          <li key={id} className="card">
            <p className="meta">
              <strong>{t('poll.round', { number })}</strong>
              <Badge kind="poll" state={state} />
              {adopted !== null && <span>{t(adopted ? 'poll.adopted' : 'poll.rejected')}</span>}
              {(closedAt ?? openedAt) && <Time at={closedAt ?? openedAt ?? ''} show="moment" />}
            </p>
            {reason && <p dir="auto">{t('poll.annulled-reason', { reason })}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
