import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../../../../src/kernel/localized.js';
import type { BallotContent, OwnVote } from '../../../../../src/voting/ballots.contract.js';
import type { PollView } from '../../../../../src/voting/polls.contract.js';
import { Button } from '../../../ui/button.js';
import { useWeightText } from '../weight.js';
import { allowsBlank, BLANK, type Draft, isBallot } from './content.js';
import { BallotForm } from './form.js';
import { GLANCE } from './option-filter.js';
import { Review } from './review.js';
import { useOptionName } from './words.js';

interface ChoosingProps {
  readonly poll: PollView;
  readonly vote: OwnVote;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly onSend: (content: BallotContent) => void;
  /** Null where there is nothing to go back to. */
  readonly onCancel: (() => void) | null;
}

/** Choosing, and for all but yes, no or abstain a look at the whole ballot before it is sent. */
export function Choosing({ poll, vote, draft, onChange, onSend, onCancel }: ChoosingProps) {
  const { t } = useTranslation();
  const { terms } = poll;
  const name = useOptionName(terms);
  const weightText = useWeightText();
  const [reviewed, setReviewed] = useState<BallotContent | null>(null);
  const form = useRef<HTMLDivElement>(null);
  // A form that was asked for takes the focus from the button that is gone.
  const cameBack = useRef(onCancel !== null);
  useEffect(() => {
    if (!reviewed && cameBack.current) form.current?.focus();
    cameBack.current = true;
  }, [reviewed]);
  if (reviewed)
    return (
      <Review
        poll={poll}
        ballot={reviewed}
        onSend={() => onSend(reviewed)}
        onBack={() => setReviewed(null)}
      />
    );
  const motion = terms.method === 'yes-no-abstain';
  const ready = isBallot(terms, draft);
  return (
    <div ref={form} tabIndex={-1} className="choosing">
      <BallotForm terms={terms} value={draft} onChange={onChange} />
      {vote.weight !== '1' && (
        <p className="muted">{t('poll.your-weight', { weight: isolated(weightText(vote.weight)) })}</p>
      )}
      <div className={terms.options.length > GLANCE ? 'vote-confirm vote-confirm-long' : 'vote-confirm'}>
        <Button
          look="primary"
          isDisabled={!ready}
          onPress={() => (motion ? onSend(draft) : setReviewed(draft))}
        >
          {!ready
            ? t('poll.pick')
            : motion
              ? t('poll.confirm', { choice: name(draft.choice ?? '') })
              : t('ballot.review')}
        </Button>
        {allowsBlank(terms) && (
          <Button look="quiet" onPress={() => setReviewed(BLANK)}>
            {t('ballot.cast-blank')}
          </Button>
        )}
        {onCancel && (
          <Button look="quiet" onPress={onCancel}>
            {t('ballot.keep')}
          </Button>
        )}
        <p className="hint">{t(terms.changeable ? 'ballot.changeable' : 'poll.final')}</p>
      </div>
    </div>
  );
}
