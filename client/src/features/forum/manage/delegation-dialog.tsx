import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CityView, CreateDelegation, DelegationView } from '../../../../../src/forum/forum.contract.js';
import { post } from '../../../lib/api.js';
import { useWrite } from '../../../lib/use-write.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form, useFieldProblems } from '../../../ui/form.js';
import { usePick } from '../../../ui/lang-text.js';
import { useToast } from '../../../ui/toast.js';
import { CityForm } from './city-form.js';
import { CityPicker } from './city-picker.js';
import { useDelegations } from './queries.js';
import { WeightField } from './weight-dialog.js';

/** Gives a city its seat: one that is known, or a new one that is entered on the way. */
export function DelegationDialog({ slug, onClose }: { readonly slug: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [city, setCity] = useState<CityView | null>(null);
  const [enters, setEnters] = useState<string | null>(null);
  const seated = useDelegations(slug).data?.map((delegation) => delegation.city.id) ?? [];
  const pick = usePick();
  const title = city
    ? t('delegations.seat-of', { name: pick(city.name) })
    : t(enters === null ? 'delegations.add' : 'cities.enter');
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {city ? (
        <SeatForm slug={slug} city={city} onClose={onClose} onBack={() => setCity(null)} />
      ) : enters === null ? (
        <CityPicker taken={seated} onPick={setCity} onEnter={setEnters} />
      ) : (
        <CityForm begin={enters} onMade={setCity} onBack={() => setEnters(null)} />
      )}
    </Dialog>
  );
}

function SeatForm(props: {
  readonly slug: string;
  readonly city: CityView;
  readonly onClose: () => void;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation();
  const toast = useToast();
  const [weight, setWeight] = useState('1');
  const seat = useWrite(
    (body: CreateDelegation) => post<DelegationView>(`/forums/${props.slug}/delegations`, body),
    ['delegation', 'forum'],
    () => {
      toast(t('do.saved'));
      props.onClose();
    },
  );
  const problem = useFieldProblems(seat.error);
  return (
    <Form
      submit={t('delegations.seat')}
      isPending={seat.isPending}
      error={seat.error}
      onSubmit={() => seat.mutate({ cityId: props.city.id, weight: weight.trim() })}
      actions={
        <Button look="quiet" onPress={props.onBack}>
          {t('do.back')}
        </Button>
      }
    >
      <WeightField value={weight} onChange={setWeight} problem={problem('weight')} />
    </Form>
  );
}
