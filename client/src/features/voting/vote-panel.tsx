import { useEffect, useRef, useState } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { CHOICES, type Choice, type PollView } from '../../../../src/voting/voting.contract.js';
import { isolate } from '../../lib/isolate.js';
import { useMe } from '../../lib/me.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Notice, Refusal } from '../../ui/feedback.js';
import { Icon } from '../../ui/icon.js';
import { useBallot } from './ballot.js';
import { Receipt } from './receipt.js';
import { useWeightText } from './weight.js';

/** The reader's own part in a poll: the choice, its way to the server, the receipt; or why there is none. */
export function VotePanel({
  poll,
  participantId,
}: {
  readonly poll: PollView;
  readonly participantId: string | null;
}) {
  const ballot = useBallot(poll, participantId);
  // Whoever voted on this page a moment ago is taken to the receipt; who comes back to it is not.
  const [votedHere, setVotedHere] = useState(false);
  const vote = (choice: Choice) => {
    setVotedHere(true);
    ballot.vote(choice);
  };
  return (
    <div className="vote-panel">
      {ballot.ballot ? (
        <Receipt ballot={ballot.ballot} focus={votedHere} />
      ) : ballot.pending ? (
        <OnItsWay choice={ballot.pending.choice} troubled={ballot.troubled} again={ballot.again} />
      ) : poll.abilities.vote ? (
        <Choosing poll={poll} onVote={vote} />
      ) : (
        poll.state === 'open' && <Bystander poll={poll} />
      )}
      <Refusal error={ballot.refusal} />
    </div>
  );
}

function Choosing({ poll, onVote }: { readonly poll: PollView; readonly onVote: (choice: Choice) => void }) {
  const { t } = useTranslation();
  const weightText = useWeightText();
  const [choice, setChoice] = useState<Choice | null>(null);
  const weight = poll.own?.weight ?? '1';
  return (
    <>
      <RadioGroup
        className="choices"
        value={choice}
        onChange={(value) => setChoice(value as Choice)}
        orientation="vertical"
      >
        <Label className="choices-label">{t('poll.your-vote')}</Label>
        <div className="choices-row">
          {CHOICES.map((each) => (
            <Radio key={each} value={each} className={`choice-card choice-card-${each}`}>
              <Icon name={each} />
              <span>{t(`choice.${each}`)}</span>
            </Radio>
          ))}
        </div>
      </RadioGroup>
      {weight !== '1' && (
        <p className="muted">{t('poll.your-weight', { weight: isolate(weightText(weight)) })}</p>
      )}
      <div className="vote-confirm">
        <Button look="primary" isDisabled={!choice} onPress={() => choice && onVote(choice)}>
          {choice ? t('poll.confirm', { choice: t(`choice.${choice}`) }) : t('poll.pick')}
        </Button>
        <p className="hint">{t('poll.final')}</p>
      </div>
    </>
  );
}

/** Between the press and the acknowledgement. Nothing has to be done here, and nothing can go wrong by doing it. */
function OnItsWay(props: {
  readonly choice: Choice;
  readonly troubled: boolean;
  readonly again: () => void;
}) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const choice = t(`choice.${props.choice}`);
  return (
    <div ref={box} tabIndex={-1} role="status" className="on-its-way">
      {props.troubled ? (
        <Notice tone="waiting">
          <strong>{t('poll.unsent', { choice })}</strong>
          <span>{t('poll.unsent-text')}</span>
          <div className="actions">
            <Button onPress={props.again}>{t('poll.send-again')}</Button>
          </div>
        </Notice>
      ) : (
        <Notice>{t('poll.sending', { choice })}</Notice>
      )}
    </div>
  );
}

/** An open vote seen by somebody who has none in it. */
function Bystander({ poll }: { readonly poll: PollView }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const me = useMe().data;
  if (!me || poll.own) return null;
  if (me.account) return <Notice>{t('poll.not-on-roll')}</Notice>;
  return (
    <Notice>
      <span>{t('poll.anonymous')}</span>
      <div className="actions">
        <ButtonLink to={`/sign-in?next=${encodeURIComponent(pathname)}`}>{t('app.sign-in')}</ButtonLink>
      </div>
    </Notice>
  );
}
