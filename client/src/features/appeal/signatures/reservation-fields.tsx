import { useTranslation } from 'react-i18next';
import type { AppealView } from '../../../../../src/appeal/appeal.contract.js';
import {
  type ReservationView,
  SIGNATURE_LIMITS,
} from '../../../../../src/appeal/signatures/signatures.contract.js';
import { useLang } from '../../../i18n/i18n.js';
import { Button } from '../../../ui/button.js';
import { TextArea } from '../../../ui/field.js';
import { Select } from '../../../ui/select.js';
import { useClauseNames } from '../adoption/clause-names.js';
import { emptyReservation } from './sign-draft.js';

/** Reservations, each on a clause of its own, with the words that are printed beside it. */
export function ReservationFields(props: {
  readonly appeal: AppealView;
  readonly reservations: readonly ReservationView[];
  readonly onChange: (reservations: readonly ReservationView[]) => void;
}) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const { reservations, onChange } = props;
  const names = useClauseNames(props.appeal);
  const taken = new Set(reservations.map(({ clauseId }) => clauseId));
  const change = (at: number, part: Partial<ReservationView>) =>
    onChange(reservations.map((each, i) => (i === at ? { ...each, ...part } : each)));
  return (
    <>
      <ol className="rows stack">
        {reservations.map((reservation, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is all that a reservation not yet written has
          <li key={at}>
            <fieldset className="reservation-fields">
              <legend>{t('signing.reservation', { number: t('number', { value: at + 1 }) })}</legend>
              <Select
                label={t('signing.clause')}
                value={reservation.clauseId}
                onChange={(clauseId) => change(at, { clauseId })}
                options={[
                  { id: '', label: t('signing.choose-clause') },
                  ...names.filter(({ id }) => id === reservation.clauseId || !taken.has(id)),
                ]}
              />
              <TextArea
                label={t('signing.words')}
                hint={t('signing.words-hint')}
                rows={3}
                lang={reservation.lang}
                maxLength={SIGNATURE_LIMITS.reservation}
                value={reservation.text}
                onChange={(text) => change(at, { text })}
              />
              {reservations.length > 1 && (
                <Button
                  look="quiet"
                  aria-label={t('signing.remove-reservation', { number: t('number', { value: at + 1 }) })}
                  onPress={() => onChange(reservations.toSpliced(at, 1))}
                >
                  {t('signing.remove')}
                </Button>
              )}
            </fieldset>
          </li>
        ))}
      </ol>
      {reservations.length < Math.min(SIGNATURE_LIMITS.reservations, names.length) && (
        <div className="actions">
          <Button look="quiet" onPress={() => onChange([...reservations, emptyReservation(lang)])}>
            {t('signing.add-reservation')}
          </Button>
        </div>
      )}
    </>
  );
}
