import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CityView } from '../../../../../src/forum/forum.contract.js';
import { useLang } from '../../../i18n/i18n.js';
import { countryName } from '../../../lib/countries.js';
import { Button } from '../../../ui/button.js';
import { Loaded } from '../../../ui/feedback.js';
import { TextField } from '../../../ui/field.js';
import { LangText } from '../../../ui/lang-text.js';
import { useCities } from './queries.js';

const SHOWN = 8;

/** Finds a known city by a name in any of the languages. `taken` are those that cannot be picked again. */
export function CityPicker(props: {
  readonly taken: readonly string[];
  readonly onPick: (city: CityView) => void;
  /** The city is not known: it is to be entered, beginning with what was typed. */
  readonly onEnter: (typed: string) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const cities = useCities(useDeferredValue(typed.trim()));
  return (
    <div className="stack">
      <TextField label={t('cities.search')} value={typed} onChange={setTyped} autoFocus type="search" />
      <Loaded query={cities} lines={2}>
        {(items) => (
          <>
            <p className="hint" role="status">
              {items.length > 0 ? t('cities.pick') : t('list.nothing-found')}
            </p>
            <ul className="rows choice-list">
              {items.slice(0, SHOWN).map((city) => (
                <CityChoice
                  key={city.id}
                  city={city}
                  taken={props.taken.includes(city.id)}
                  onPick={() => props.onPick(city)}
                />
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <div className="actions">
        <Button onPress={() => props.onEnter(typed.trim())}>{t('cities.enter')}</Button>
      </div>
    </div>
  );
}

function CityChoice(props: {
  readonly city: CityView;
  readonly taken: boolean;
  readonly onPick: () => void;
}) {
  const { t } = useTranslation();
  const { locale } = useLang();
  const { city } = props;
  return (
    <li>
      <Button isDisabled={props.taken} onPress={props.onPick}>
        <span>
          <LangText text={city.name} mark={false} />
          {city.country && <span className="muted"> · {countryName(city.country, locale)}</span>}
          {props.taken && <span className="hint"> · {t('cities.taken')}</span>}
        </span>
      </Button>
    </li>
  );
}
