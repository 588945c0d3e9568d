import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../../../src/voting/voting.contract.js';
import { Icon } from '../../ui/icon.js';
import { Time } from '../../ui/time.js';

/** The vote as the server holds it, with what its voter finds it again by. */
export function Receipt({ ballot, focus }: { readonly ballot: BallotView; readonly focus: boolean }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus]);
  return (
    <div ref={box} tabIndex={-1} className={`receipt receipt-${ballot.choice}`} role="status">
      <Icon name={ballot.choice} />
      <div className="stack stack-tight">
        <p className="receipt-title">{t('poll.received', { choice: t(`choice.${ballot.choice}`) })}</p>
        <p className="hint">
          {t('poll.received-at')} <Time at={ballot.castAt} show="moment" />
        </p>
        <p>
          {t('poll.receipt')} <bdi className="receipt-code">{grouped(ballot.receipt)}</bdi>
        </p>
        <p className="hint">{t('poll.receipt-hint')}</p>
      </div>
    </div>
  );
}

const grouped = (receipt: string) => receipt.replace(/(.{4})(?=.)/g, '$1-');
