import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AppealView } from '../../../../../src/appeal/appeal.contract.js';
import type { SignaturesView } from '../../../../../src/appeal/signatures/signatures.contract.js';
import { ACTS } from '../../../../../src/appeal/signatures/signatures.contract.js';
import { useLang } from '../../../i18n/i18n.js';
import { knowsPasskeys } from '../../../lib/passkeys.js';
import { Button } from '../../../ui/button.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { RadioGroup } from '../../../ui/choice.js';
import { Notice, Refusal } from '../../../ui/feedback.js';
import { CodeForm } from './code-form.js';
import { ReservationFields } from './reservation-fields.js';
import { emptyReservation, statementOf, useSignDraft } from './sign-draft.js';
import { useSigning } from './use-signing.js';

/** What the city does, with which reservations, and how its head confirms that. */
export function SignForm(props: {
  readonly appeal: AppealView;
  readonly own: NonNullable<SignaturesView['own']>;
  readonly onSigned: () => void;
}) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const { appeal, own } = props;
  const draft = useSignDraft(appeal.id);
  const { value, change } = draft;
  const { withPasskey, mail, withCode } = useSigning(appeal.id, draft, props.onSigned);
  const statement = statementOf(value);
  const { mailed } = value;
  if (statement && mailed)
    return (
      <CodeForm
        mailedTo={mailed.to}
        act={statement.act}
        code={value.code}
        onCode={(code) => change({ code })}
        onSubmit={() => withCode.mutate({ ...statement, at: mailed.at, code: value.code.trim() })}
        onAgain={() => mail.mutate(statement)}
        onBack={() => change({ mailed: null, code: '' })}
        isPending={withCode.isPending}
        isMailing={mail.isPending}
        error={withCode.error ?? mail.error}
      />
    );
  const passkey = knowsPasskeys() && own.passkeys > 0;
  const busy = withPasskey.isPending || mail.isPending;
  return (
    <div className="form">
      <RadioGroup
        label={t('signing.what')}
        value={value.act}
        onChange={(act) =>
          change({
            act,
            ...(act === 'reserved' &&
              value.reservations.length === 0 && { reservations: [emptyReservation(lang)] }),
          })
        }
        options={ACTS.map((id) => ({
          id,
          label: t(`signing.do.${id}` as 'signing.do.signed'),
          hint: t(`signing.about.${id}` as 'signing.about.signed'),
        }))}
      />
      {value.act === 'reserved' && (
        <ReservationFields
          appeal={appeal}
          reservations={value.reservations}
          onChange={(reservations) => change({ reservations })}
        />
      )}
      <Checkbox isSelected={value.named} onChange={(named) => change({ named })}>
        {t('signing.named')}
      </Checkbox>
      <Refusal error={withPasskey.error ?? mail.error} />
      {passkey || own.email ? (
        <div className="actions">
          {passkey && (
            <Button
              look="primary"
              isDisabled={!statement || busy}
              isPending={withPasskey.isPending}
              onPress={() => statement && withPasskey.mutate(statement)}
            >
              {t('signing.by-passkey')}
            </Button>
          )}
          {own.email && (
            <Button
              look={passkey ? 'secondary' : 'primary'}
              isDisabled={!statement || busy}
              isPending={mail.isPending}
              onPress={() => statement && mail.mutate(statement)}
            >
              {t('signing.by-code')}
            </Button>
          )}
        </div>
      ) : (
        <Notice tone="waiting">
          <p>{t('signing.no-way')}</p>
        </Notice>
      )}
      {!passkey && (
        <p className="hint">
          {t('signing.passkey-hint')} <Link to="/account">{t('signing.to-account')}</Link>
        </p>
      )}
    </div>
  );
}
