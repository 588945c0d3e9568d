import { useTranslation } from 'react-i18next';
import type { CityView, TwinningView } from '../../../../src/forum/forum.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { Loaded } from '../../ui/feedback.js';
import { LangText } from '../../ui/lang-text.js';
import { useTwinnings } from './manage/queries.js';

/** The agreements in which two of these cities meet. */
export function TwinningList({ cities }: { readonly cities: readonly CityView[] }) {
  const { t } = useTranslation();
  const twinnings = useTwinnings();
  const here = new Set(cities.map(({ id }) => id));
  return (
    <Loaded query={twinnings} lines={1}>
      {(all) => {
        const shown = all.filter((twinning) => twinning.cities.every((city) => here.has(city.id)));
        if (shown.length === 0) return <p className="muted">{t('twinnings.empty')}</p>;
        return (
          <ul className="rows cards">
            {shown.map((twinning) => (
              <Twinning key={twinning.id} twinning={twinning} />
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}

function Twinning({ twinning }: { readonly twinning: TwinningView }) {
  const { t } = useTranslation();
  const since = useAgreedOn();
  const [one, other] = twinning.cities;
  return (
    <li className="card">
      <p className="managed-name">
        <LangText text={one.name} mark={false} /> – <LangText text={other.name} mark={false} />
      </p>
      <p className="meta">
        <span>{t(`twinning.kind.${twinning.kind}`)}</span>
        {twinning.agreedOn && <span>{t('twinnings.since', { when: since(twinning.agreedOn) })}</span>}
      </p>
    </li>
  );
}

/** A year, a month or a day, as exact as it is known. */
function useAgreedOn(): (agreedOn: string) => string {
  const { locale } = useLang();
  return (agreedOn) => {
    const [year, month, day] = agreedOn.split('-');
    const format = new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      ...(month && { month: 'long' }),
      ...(day && { day: 'numeric' }),
      timeZone: 'UTC',
    });
    return format.format(new Date(`${year}-${month ?? '01'}-${day ?? '01'}`));
  };
}
