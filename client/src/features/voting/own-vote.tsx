import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../../../src/kernel/localized.js';
import type { BallotContent, OwnVote } from '../../../../src/voting/ballots.contract.js';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import { codeOf } from '../../lib/api-error.js';
import { Button } from '../../ui/button.js';
import { Notice, Refusal } from '../../ui/feedback.js';
import { usePick } from '../../ui/lang-text.js';
import { Choosing } from './ballot/choosing.js';
import type { Draft } from './ballot/content.js';
import { OnItsWay } from './ballot/on-its-way.js';
import { useBallot } from './ballot.js';
import { Confirmation } from './confirmation.js';
import { Receipt } from './receipt.js';

/**
 * One vote: the form, its way to the server, the receipt. What is chosen lives here, and stays while the round is
 * the same, whatever is fetched anew, lost or translated meanwhile.
 */
export function OwnVotePart({
  poll,
  vote,
  participantId,
  waits,
  onTurn,
}: {
  readonly poll: PollView;
  readonly vote: OwnVote;
  readonly participantId: string;
  /** While it is another vote's turn, the form is folded away, not taken away: what is chosen stays. */
  readonly waits: boolean;
  readonly onTurn: () => void;
}) {
  const { t } = useTranslation();
  const name = useVoterName(vote);
  const ballot = useBallot(poll, vote, participantId);
  const [changing, setChanging] = useState(false);
  const [draft, setDraft] = useState<Draft>({});
  const [votedHere, setVotedHere] = useState(false);
  const send = (content: BallotContent) => {
    setVotedHere(true);
    setChanging(false);
    ballot.vote(content);
  };
  const change = () => {
    setDraft(ballot.standing?.ballot.blank ? {} : (ballot.standing?.ballot ?? {}));
    setChanging(true);
    setVotedHere(true);
  };
  const choosing = vote.mayCast && !ballot.pending && (changing || !ballot.cast);
  return (
    <>
      {ballot.pending && (
        <OnItsWay
          terms={poll.terms}
          ballot={ballot.pending.ballot}
          troubled={ballot.troubled}
          again={ballot.again}
        />
      )}
      {ballot.cast && (
        <Receipt poll={poll} ballot={ballot} aside={changing || ballot.pending !== null} focus={votedHere} />
      )}
      <Confirmation poll={poll} vote={vote} />
      {ballot.cast && !choosing && !ballot.pending && vote.mayCast && (
        <div className="actions">
          <Button onPress={change}>{t('ballot.change')}</Button>
        </div>
      )}
      {choosing && waits && (
        <div className="actions">
          <Button onPress={onTurn}>{t('ballot.turn', { name: isolated(name) })}</Button>
        </div>
      )}
      {choosing && (
        <div hidden={waits}>
          <Choosing
            poll={poll}
            vote={vote}
            draft={draft}
            onChange={setDraft}
            onSend={send}
            onCancel={changing ? () => setChanging(false) : null}
          />
        </div>
      )}
      {codeOf(ballot.refusal) === 'poll.not-open' && ballot.refusal ? (
        <Notice tone="problem">{t('ballot.too-late')}</Notice>
      ) : (
        <Refusal error={ballot.refusal} />
      )}
    </>
  );
}

/** Whose vote it is: the city's name in the page's language, or the person's. */
export function useVoterName({ as, city, name }: OwnVote): string {
  const pick = usePick();
  return (as === 'city' && pick(city)) || name;
}
