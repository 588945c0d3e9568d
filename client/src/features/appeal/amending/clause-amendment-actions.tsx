import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AmendableClause,
  ClauseAmendmentView,
} from '../../../../../src/appeal/amendments/clause-amendments.contract.js';
import { Button } from '../../../ui/button.js';
import { Refusal } from '../../../ui/feedback.js';
import { type AskedOfAmendment, DecisionQuestion } from '../../proposals/amendments/decision-question.js';
import type { NamedClause } from '../adoption/clause-names.js';
import { AcceptOtherwise } from './accept-otherwise.js';
import { useMoveClauseAmendment } from './moving.js';

/** Everything that this reader may do with an amendment, as the server said. */
export function ClauseAmendmentActions(props: {
  readonly amendment: ClauseAmendmentView;
  readonly clauses: readonly AmendableClause[];
  readonly names: readonly NamedClause[];
  readonly onEdit: () => void;
}) {
  const { t } = useTranslation();
  const { amendment, clauses, names, onEdit } = props;
  const [asked, setAsked] = useState<AskedOfAmendment | null>(null);
  const [otherwise, setOtherwise] = useState(false);
  const submit = useMoveClauseAmendment(amendment);
  const { abilities, conflicts, number, changes } = amendment;
  // Several stand on one page: whoever hears the buttons is told whose they are.
  const named = (label: string) => ({
    'aria-label': `${label}: ${t('amending.name', { number })}`,
    children: label,
  });
  const ask = (what: AskedOfAmendment, look: 'primary' | 'danger') =>
    abilities[what] && (
      <Button look={look} onPress={() => setAsked(what)} {...named(t(`amending.${what}`))} />
    );
  return (
    <>
      <div className="actions">
        {abilities.submit && (
          <Button
            look="primary"
            isPending={submit.isPending}
            onPress={() => submit.mutate({ move: 'submit' })}
            {...named(t('amending.submit'))}
          />
        )}
        {abilities.edit && (
          <Button
            look={conflicts.length > 0 ? 'primary' : 'secondary'}
            onPress={onEdit}
            {...named(t(conflicts.length > 0 ? 'amending.settle' : 'do.edit'))}
          />
        )}
        {ask('accept', 'primary')}
        {abilities.accept && changes.length > 0 && (
          <Button onPress={() => setOtherwise(true)} {...named(t('amending.accept-otherwise'))} />
        )}
        {ask('reject', 'danger')}
        {ask('withdraw', 'danger')}
      </div>
      <Refusal error={submit.error} />
      {asked && <Question asked={asked} amendment={amendment} onClose={() => setAsked(null)} />}
      {otherwise && abilities.accept && (
        <AcceptOtherwise
          amendment={amendment}
          clauses={clauses}
          names={names}
          onClose={() => setOtherwise(false)}
        />
      )}
    </>
  );
}

function Question(props: {
  readonly asked: AskedOfAmendment;
  readonly amendment: ClauseAmendmentView;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { asked, amendment, onClose } = props;
  const act = useMoveClauseAmendment(amendment, onClose);
  return (
    <DecisionQuestion
      asked={asked}
      number={amendment.number}
      text={t(`reviewing.${asked}-text`)}
      isPending={act.isPending}
      error={act.error}
      onClose={onClose}
      onMove={act.mutate}
    />
  );
}
