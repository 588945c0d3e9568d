import { useTranslation } from 'react-i18next';
import { PROPOSAL_LIMITS } from '../../../../../src/proposals/proposals.contract.js';
import { useLang } from '../../../i18n/i18n.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { usePick } from '../../../ui/lang-text.js';
import { useDelegations } from '../../forum/manage/queries.js';
import { useForum } from '../../forum/queries.js';

/** Which of the forum's cities a proposal is about. */
export function CitiesField(props: {
  readonly slug: string;
  readonly value: readonly string[];
  readonly onChange: (cityIds: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const { locale } = useLang();
  const pick = usePick();
  const host = useForum(props.slug).data?.hostCity;
  const seated = useDelegations(props.slug).data?.map(({ city }) => city) ?? [];
  const all = host && !seated.some(({ id }) => id === host.id) ? [...seated, host] : seated;
  const order = new Intl.Collator(locale);
  const cities = all
    .map(({ id, name }) => ({ id, name: pick(name) }))
    .sort((a, b) => order.compare(a.name, b.name));
  const set = (id: string, on: boolean) =>
    props.onChange(on ? [...props.value, id] : props.value.filter((each) => each !== id));
  if (cities.length === 0) return null;
  return (
    <details className="cities-field">
      <summary className="label">
        {t('proposal.concerned')}
        <span className="label-note"> {t('proposal.concerned-count', { count: props.value.length })}</span>
      </summary>
      <fieldset className="cities-choices">
        <legend className="visually-hidden">{t('proposal.concerned')}</legend>
        {cities.map(({ id, name }) => (
          <Checkbox
            key={id}
            isSelected={props.value.includes(id)}
            onChange={(on) => (!on || props.value.length < PROPOSAL_LIMITS.concernedCities) && set(id, on)}
          >
            {name}
          </Checkbox>
        ))}
      </fieldset>
    </details>
  );
}
