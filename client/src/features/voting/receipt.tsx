import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import { CopyButton } from '../../ui/copy-button.js';
import { Icon } from '../../ui/icon.js';
import { Time } from '../../ui/time.js';
import { grouped } from './ballot/code.js';
import { BallotWords, useOptionName } from './ballot/words.js';
import type { BallotHook } from './ballot.js';
import { isAwaited, isRunning } from './running.js';

/**
 * The vote as the server holds it, with what its voter finds it again by. `aside` while a change of it is being made
 * or is on its way: until that is acknowledged, this is what stands.
 */
export function Receipt({
  poll,
  ballot,
  aside,
  focus,
}: {
  readonly poll: PollView;
  readonly ballot: BallotHook;
  readonly aside: boolean;
  readonly focus: boolean;
}) {
  const { t } = useTranslation();
  const name = useOptionName(poll.terms);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus && !aside) box.current?.focus();
  }, [focus, aside]);
  const content = ballot.standing?.ballot ?? ballot.justCast;
  const choice = content?.choice;
  return (
    <div ref={box} tabIndex={-1} className="receipt" data-aside={aside || undefined} role="status">
      <Icon name={choice === 'no' || choice === 'abstain' ? choice : 'yes'} />
      <div className="stack stack-tight">
        <p className="receipt-title">
          {aside
            ? t('ballot.stands')
            : choice
              ? t('poll.received', { choice: name(choice) })
              : t('ballot.received')}
        </p>
        {content && (aside || !choice) && <BallotWords terms={poll.terms} ballot={content} />}
        {!aside && <After poll={poll} ballot={ballot} />}
      </div>
    </div>
  );
}

function After({ poll, ballot }: { readonly poll: PollView; readonly ballot: BallotHook }) {
  const { t } = useTranslation();
  // With another vote still to cast, it is too early to put the phone away.
  const done = isRunning(poll) && !isAwaited(poll);
  const { code, standing } = ballot;
  return (
    <>
      {standing && (
        <p className="hint">
          {t('poll.received-at')} <Time at={standing.castAt} show="moment" />
        </p>
      )}
      {done && <p>{t('ballot.lock')}</p>}
      {code ? (
        <>
          <p>
            {t('poll.receipt')}{' '}
            <bdi className="receipt-code" dir="ltr">
              {grouped(code)}
            </bdi>{' '}
            <CopyButton text={grouped(code)} name={t('poll.receipt')} />
          </p>
          <p className="hint">{t(standing ? 'poll.receipt-hint' : 'ballot.secret-hint')}</p>
        </>
      ) : (
        <p className="hint">{t('ballot.no-code')}</p>
      )}
    </>
  );
}
