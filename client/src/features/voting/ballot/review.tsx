import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotContent } from '../../../../../src/voting/ballots.contract.js';
import type { PollView } from '../../../../../src/voting/polls.contract.js';
import { Button } from '../../../ui/button.js';
import { BallotWords } from './words.js';

/** The whole ballot as it will be sent, before it is. */
export function Review({
  poll,
  ballot,
  onSend,
  onBack,
}: {
  readonly poll: PollView;
  readonly ballot: BallotContent;
  readonly onSend: () => void;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const unranked = ballot.ranking && ballot.ranking.flat().length < poll.terms.options.length;
  return (
    <div ref={box} tabIndex={-1} className="review">
      <p className="options-legend">{t('ballot.review-title')}</p>
      <BallotWords terms={poll.terms} ballot={ballot} />
      {unranked && <p className="hint">{t(`ballot.rest.${poll.terms.unranked}`)}</p>}
      <div className="vote-confirm">
        <Button look="primary" onPress={onSend}>
          {t(ballot.blank ? 'ballot.send-blank' : 'ballot.send')}
        </Button>
        <Button look="quiet" onPress={onBack}>
          {t('ballot.back')}
        </Button>
        <p className="hint">{t(poll.terms.changeable ? 'ballot.changeable' : 'poll.final')}</p>
      </div>
    </div>
  );
}
