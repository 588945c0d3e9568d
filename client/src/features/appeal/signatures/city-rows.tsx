import { useTranslation } from 'react-i18next';
import type { AppealView } from '../../../../../src/appeal/appeal.contract.js';
import type { CitySignature } from '../../../../../src/appeal/signatures/signatures.contract.js';
import { isolated } from '../../../../../src/kernel/localized.js';
import { LangText, Written } from '../../../ui/lang-text.js';
import { Time } from '../../../ui/time.js';
import { useClauseNames } from '../adoption/clause-names.js';
import { ActMark } from './act-mark.js';

/** City by city what it did with the text, and on which clauses it has a reservation. */
export function CityRows(props: { readonly appeal: AppealView; readonly cities: readonly CitySignature[] }) {
  const { t } = useTranslation();
  const names = new Map(useClauseNames(props.appeal).map(({ id, label }) => [id, label]));
  return (
    <ul className="rows signature-rows">
      {props.cities.map((city) => (
        <li key={city.cityId} className="signature-row">
          <div className="split">
            <strong>
              <LangText text={city.cityName} mark={false} />
            </strong>
            {city.act ? <ActMark act={city.act} /> : <span className="muted">{t('signing.not-yet')}</span>}
          </div>
          {city.signedAt && (
            <p className="meta">
              {city.signer && <span>{t('signing.by', { name: isolated(city.signer) })}</span>}
              <span>{t(city.confirmedBy === 'passkey' ? 'signing.with-passkey' : 'signing.with-code')}</span>
              <Time at={city.signedAt} />
            </p>
          )}
          {city.reservations.length > 0 && (
            <ul className="rows reservation-list">
              {city.reservations.map((reservation) => (
                <li key={reservation.clauseId}>
                  <p className="hint">{names.get(reservation.clauseId)}</p>
                  <p>
                    <Written lang={reservation.lang}>{reservation.text}</Written>
                  </p>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
