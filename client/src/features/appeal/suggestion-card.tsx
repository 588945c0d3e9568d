import { useTranslation } from 'react-i18next';
import type {
  AppealView,
  SuggestedText,
  SuggestionDecision,
  SuggestionView,
} from '../../../../src/appeal/appeal.contract.js';
import { post } from '../../lib/api.js';
import { Button } from '../../ui/button.js';
import { Refusal } from '../../ui/feedback.js';
import { usePick } from '../../ui/lang-text.js';
import { useEdit } from './queries.js';
import { SuggestedTexts } from './suggested-texts.js';
import type { WorkshopPart } from './workshop.js';

interface SuggestionCardProps extends WorkshopPart {
  readonly suggestion: SuggestionView;
  /** The clause's number in the text, where it has one. */
  readonly number: number | null;
}

/** One clause as people have it and as the compile has it, side by side, and what can be done about it. */
export function SuggestionCard({ forum, appeal, suggestion, number }: SuggestionCardProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const { id, base, ours, theirs, both, version } = suggestion;
  const decide = useEdit(appeal.id, (decision: SuggestionDecision) =>
    post<AppealView>(`/appeals/${appeal.id}/suggestions/${id}`, { decision, version }),
  );
  const what = !theirs ? 'gone' : ours ? 'changed' : 'back';
  const heading = number === null ? t(`clause.kind.${base.kind}`) : t('clauses.number', { number });
  // Several stand under the same heading: their first words tell the buttons of one from those of another.
  const name = `${heading} – ${pick((ours ?? base).texts).slice(0, 40)}`;
  const press = (decision: SuggestionDecision, label: string) => (
    <Button
      look={decision === 'keep' ? 'secondary' : 'quiet'}
      isPending={decide.isPending && decide.variables === decision}
      aria-label={`${label}: ${name}`}
      onPress={() => decide.mutate(decision)}
    >
      {label}
    </Button>
  );
  const placeOf = ({ kind, topicId }: SuggestedText): string => {
    const topic = forum.topics.find((each) => each.id === topicId);
    return topic ? pick(topic.name) : t(`clause.kind.${kind}`);
  };
  const moved = ours && theirs && placeOf(ours) !== placeOf(theirs);
  return (
    <li className="card suggestion">
      <h3 className="clause-number">{heading}</h3>
      <p>{t(`suggestions.is-${what}`)}</p>
      {moved && (
        <p className="meta">
          <span>{t('suggestions.place', { ours: placeOf(ours), theirs: placeOf(theirs) })}</span>
        </p>
      )}
      <SuggestedTexts
        base={base.texts}
        ours={ours?.texts ?? null}
        theirs={theirs?.texts ?? null}
        both={both}
      />
      {decide.error && <Refusal error={decide.error} />}
      {appeal.abilities.edit && (
        <div className="actions">
          {press('keep', t(`suggestions.keep-${what}`))}
          {press('take', t(`suggestions.take-${what}`))}
          {both && press('both', t('suggestions.both'))}
        </div>
      )}
    </li>
  );
}
