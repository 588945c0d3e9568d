import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotContent } from '../../../../src/voting/ballots.contract.js';
import { Button } from '../../ui/button.js';
import { type Draft, type FormTerms, isBallot } from './ballot/content.js';
import { BallotForm } from './ballot/form.js';

/** A paper, entered as its voter would have entered it. */
export function HandBallot(props: {
  readonly terms: FormTerms;
  readonly onTake: (ballot: BallotContent) => void;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Draft>({});
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="stack">
      <BallotForm terms={props.terms} value={draft} onChange={setDraft} />
      <div className="actions">
        <Button look="primary" isDisabled={!isBallot(props.terms, draft)} onPress={() => props.onTake(draft)}>
          {t('hand.take')}
        </Button>
        <Button look="quiet" onPress={props.onBack}>
          {t('do.back')}
        </Button>
      </div>
    </div>
  );
}
