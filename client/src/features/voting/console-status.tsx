import { useTranslation } from 'react-i18next';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { Badge } from '../../ui/badge.js';
import { isRunning } from './running.js';
import { clockText, useSecondsLeft } from './seconds-left.js';

/** State, votes received and time left, large enough to be read from a desk. */
export function ConsoleStatus({ poll }: { readonly poll: PollView }) {
  const { t } = useTranslation();
  const { locale } = useLang();
  const seconds = useSecondsLeft(poll.closesAt);
  const running = isRunning(poll);
  return (
    <div className="console-status">
      <p className="meta">
        <Badge kind="poll" state={poll.state} />
        {poll.round > 1 && <span>{t('chair.round', { number: poll.round })}</span>}
      </p>
      {poll.openedAt && (
        <dl className="console-figures">
          <div>
            <dt>{t('chair.turnout')}</dt>
            <dd>
              <span className="console-number">{t('number', { value: poll.turnout.cast })}</span>{' '}
              {t('chair.of', { entitled: poll.turnout.entitled })}
            </dd>
          </div>
          {running && (
            <div className={poll.state === 'closing' ? 'console-closing' : undefined}>
              <dt>{t('chair.time-left')}</dt>
              <dd>
                {seconds === null ? (
                  t('chair.no-end')
                ) : (
                  <span className="console-number" role="timer">
                    <bdi>{clockText(seconds, locale)}</bdi>
                  </span>
                )}
              </dd>
            </div>
          )}
        </dl>
      )}
    </div>
  );
}
