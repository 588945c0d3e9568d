import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotContent } from '../../../../../src/voting/ballots.contract.js';
import type { PollTerms } from '../../../../../src/voting/polls.contract.js';
import { Button } from '../../../ui/button.js';
import { Notice } from '../../../ui/feedback.js';
import { BallotWords } from './words.js';

/** Between the press and the acknowledgement. Nothing has to be done here, and nothing can go wrong by doing it. */
export function OnItsWay(props: {
  readonly terms: PollTerms;
  readonly ballot: BallotContent;
  readonly troubled: boolean;
  readonly again: () => void;
}) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} role="status" className="on-its-way">
      <Notice tone={props.troubled ? 'waiting' : 'plain'}>
        <strong>{t(props.troubled ? 'ballot.unsent' : 'ballot.sending')}</strong>
        <BallotWords terms={props.terms} ballot={props.ballot} />
        {props.troubled && (
          <>
            <span>{t('poll.unsent-text')}</span>
            <div className="actions">
              <Button onPress={props.again}>{t('poll.send-again')}</Button>
            </div>
          </>
        )}
      </Notice>
    </div>
  );
}
