import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CityView, CreateCity } from '../../../../../src/forum/forum.contract.js';
import { useLang } from '../../../i18n/i18n.js';
import { post } from '../../../lib/api.js';
import { countries } from '../../../lib/countries.js';
import { useWrite } from '../../../lib/use-write.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/field.js';
import { Form, useFieldProblems } from '../../../ui/form.js';
import { BLANK, LocalizedFields } from '../../../ui/localized-fields.js';
import { Select } from '../../../ui/select.js';

/** Enters a city that nobody entered before: names, country, and where on the globe it lies. */
export function CityForm(props: {
  /** What was searched for, as a beginning for the name in the page's language. */
  readonly begin: string;
  readonly onMade: (city: CityView) => void;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation();
  const { lang, locale } = useLang();
  const [name, setName] = useState({ ...BLANK, [lang]: props.begin });
  const [country, setCountry] = useState('');
  const [place, setPlace] = useState({ latitude: '', longitude: '' });
  const make = useWrite((city: CreateCity) => post<CityView>('/cities', city), ['city'], props.onMade);
  const problem = useFieldProblems(make.error);
  const options = useMemo(
    () => [{ id: '', label: t('cities.no-country') }, ...countries(locale)],
    [locale, t],
  );
  const submit = () =>
    make.mutate({
      name,
      ...(country && { country }),
      latitude: asNumber(place.latitude),
      longitude: asNumber(place.longitude),
    });
  return (
    <Form
      submit={t('cities.save')}
      isPending={make.isPending}
      error={make.error}
      onSubmit={submit}
      actions={
        <Button look="quiet" onPress={props.onBack}>
          {t('do.back')}
        </Button>
      }
    >
      <LocalizedFields
        label={t('cities.name')}
        name="name"
        value={name}
        onChange={setName}
        problem={problem}
      />
      <Select
        label={t('cities.country')}
        value={country}
        options={options}
        onChange={setCountry}
        problem={problem('country')}
      />
      <div className="fields-row">
        {(['latitude', 'longitude'] as const).map((axis) => (
          <TextField
            key={axis}
            label={t(`cities.${axis}`)}
            value={place[axis]}
            onChange={(text) => setPlace((before) => asPlace(text) ?? { ...before, [axis]: text })}
            problem={problem(axis)}
            inputMode="decimal"
            lang="en"
            isRequired
          />
        ))}
      </div>
      <p className="hint">{t('cities.place-hint')}</p>
    </Form>
  );
}

/** A decimal comma is as good as a point. What is no number becomes NaN, which the server refuses as such. */
const asNumber = (text: string): number =>
  text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));

/** Maps give both numbers at once, `34.0331, -5.0003`: pasted into either box they fill both. */
function asPlace(text: string): { latitude: string; longitude: string } | null {
  const [, latitude, longitude] = /^\s*(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+\.\d+)\s*$/.exec(text) ?? [];
  return latitude && longitude ? { latitude, longitude } : null;
}
