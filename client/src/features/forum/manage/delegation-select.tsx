import { useTranslation } from 'react-i18next';
import { usePick } from '../../../ui/lang-text.js';
import { Select } from '../../../ui/select.js';
import { useDelegations } from './queries.js';

/** One of the forum's delegations, by its city; an empty string while none is chosen. */
export function DelegationSelect(props: {
  readonly slug: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly problem?: string | null;
  /** What stands for none, where none is an answer. */
  readonly none?: string;
}) {
  const { t } = useTranslation();
  const pick = usePick();
  const delegations = useDelegations(props.slug);
  const options = [
    { id: '', label: props.none ?? t('form.choose') },
    ...(delegations.data ?? []).map(({ id, city }) => ({ id, label: pick(city.name) })),
  ];
  return (
    <Select
      label={t('people.delegation')}
      value={props.value}
      options={options}
      onChange={props.onChange}
      problem={props.problem}
      hint={delegations.data?.length === 0 ? t('people.no-delegations') : undefined}
    />
  );
}
