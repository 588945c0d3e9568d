import { useTranslation } from 'react-i18next';
import { POLL_LIMITS } from '../../../../src/voting/polls.contract.js';
import { Button } from '../../ui/button.js';
import { PersonSearch } from './person-search.js';
import type { PollForm } from './poll-form.js';

/** The participants of a circle, chosen by name. */
export function CircleFields(props: {
  readonly slug: string;
  readonly circle: PollForm['circle'];
  readonly onChange: (circle: PollForm['circle']) => void;
}) {
  const { t } = useTranslation();
  const { circle, onChange } = props;
  const chosen = new Set(circle.map(({ id }) => id));
  return (
    <fieldset className="poll-options">
      <legend className="label">{t('prepare.circle')}</legend>
      <p className="hint" role="status">
        {circle.length > 0 ? t('prepare.circle-size', { count: circle.length }) : t('prepare.circle-empty')}
      </p>
      <ul className="rows circle">
        {circle.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name || id}</bdi>
            <Button
              look="quiet"
              aria-label={t('prepare.circle-remove', { name: name || id })}
              onPress={() => onChange(circle.filter((each) => each.id !== id))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      {circle.length < POLL_LIMITS.circle && (
        <PersonSearch
          slug={props.slug}
          label={t('prepare.circle-search')}
          fits={({ id, suspended }) => !suspended && !chosen.has(id)}
          action={(name) => t('prepare.circle-add', { name })}
          onPick={({ id, name }) => onChange([...circle, { id, name }])}
        />
      )}
    </fieldset>
  );
}
