import { useTranslation } from 'react-i18next';
import { LANGS } from '../../i18n/locale.js';
import { Checkbox } from '../../ui/checkbox.js';
import { useLanguageName, usePick } from '../../ui/lang-text.js';
import { Select } from '../../ui/select.js';
import { useDelegations } from '../forum/manage/queries.js';
import type { FilterProps } from './proposal-filters.js';

/** City, language, one's own: wanted less often, so they come when they are asked for. */
export default function MoreFilters({ slug, filter, signedIn, onChange }: FilterProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const language = useLanguageName();
  const delegations = useDelegations(slug).data ?? [];
  return (
    <>
      <Select
        label={t('proposals.city')}
        value={filter.city ?? ''}
        onChange={(city) => onChange({ city: city || undefined })}
        options={[
          { id: '', label: t('proposals.all-cities') },
          ...delegations.map(({ city }) => ({ id: city.id, label: pick(city.name) })),
        ]}
      />
      <Select
        label={t('proposals.written')}
        value={filter.written ?? ''}
        onChange={(written) => onChange({ written: written || undefined })}
        options={[
          { id: '', label: t('proposals.all-languages') },
          ...LANGS.map((id) => ({ id, label: language(id) })),
        ]}
      />
      {signedIn && (
        <div className="filter-switches">
          {(['mine', 'followed'] as const).map((name) => (
            <Checkbox
              key={name}
              isSelected={Boolean(filter[name])}
              onChange={(on) => onChange({ [name]: on || undefined })}
            >
              {t(`proposals.${name}`)}
            </Checkbox>
          ))}
        </div>
      )}
    </>
  );
}
