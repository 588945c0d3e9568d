import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppealView } from '../../../../../src/appeal/appeal.contract.js';
import type {
  CitySignature,
  SignaturesView,
} from '../../../../../src/appeal/signatures/signatures.contract.js';
import { isolated } from '../../../../../src/kernel/localized.js';
import { del } from '../../../lib/api.js';
import { keptDraft } from '../../../lib/drafts.js';
import { Button } from '../../../ui/button.js';
import { Confirm } from '../../../ui/confirm.js';
import { usePick } from '../../../ui/lang-text.js';
import { ActMark } from './act-mark.js';
import { useSignatureWrite } from './queries.js';
import { SignForm } from './sign-form.js';

/** For a head of delegation: signs for the city, or shows what it did, to be changed or taken back. */
export default function OwnCity(props: {
  readonly appeal: AppealView;
  readonly cities: readonly CitySignature[];
  readonly own: NonNullable<SignaturesView['own']>;
  readonly textHash: string;
}) {
  const { t } = useTranslation();
  const pick = usePick();
  const { appeal, own, textHash } = props;
  const [changing, setChanging] = useState(() => keptDraft(`appeal.sign.${appeal.id}`) !== null);
  const city = props.cities.find(({ cityId }) => cityId === own.cityId);
  const act = city?.act ?? null;
  return (
    <section className="card stack own-city" aria-labelledby="own-city">
      <h3 id="own-city">{t('signing.for', { city: isolated(pick(city?.cityName)) })}</h3>
      <p>
        {t('signing.text-hash')}{' '}
        <code dir="ltr" className="hash">
          {textHash}
        </code>
      </p>
      {act && (
        <p>
          <ActMark act={act} />
        </p>
      )}
      {act && !changing ? (
        <div className="actions">
          <Button onPress={() => setChanging(true)}>{t('signing.change')}</Button>
          <Withdraw appealId={appeal.id} />
        </div>
      ) : (
        <SignForm appeal={appeal} own={own} onSigned={() => setChanging(false)} />
      )}
    </section>
  );
}

function Withdraw({ appealId }: { readonly appealId: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const withdraw = useSignatureWrite(
    appealId,
    () => del<SignaturesView>(`/appeals/${appealId}/signatures`),
    close,
  );
  return (
    <>
      <Button look="danger" onPress={() => setAsking(true)}>
        {t('signing.withdraw')}
      </Button>
      <Confirm
        title={t('signing.withdraw-sure')}
        isOpen={asking}
        onClose={close}
        onConfirm={() => withdraw.mutate()}
        action={t('signing.withdraw')}
        isPending={withdraw.isPending}
        error={withdraw.error}
      >
        <p>{t('signing.withdraw-text')}</p>
      </Confirm>
    </>
  );
}
