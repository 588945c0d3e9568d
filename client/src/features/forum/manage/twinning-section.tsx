import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CityView,
  type CreateTwinning,
  type ForumView,
  TWINNING_KINDS,
  type TwinningKind,
} from '../../../../../src/forum/forum.contract.js';
import { post } from '../../../lib/api.js';
import { useWrite } from '../../../lib/use-write.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { TextField } from '../../../ui/field.js';
import { Form, useFieldProblems } from '../../../ui/form.js';
import { usePick } from '../../../ui/lang-text.js';
import { Section } from '../../../ui/page.js';
import { Select } from '../../../ui/select.js';
import { useToast } from '../../../ui/toast.js';
import { TwinningList } from '../twinning-list.js';
import { useDelegations } from './queries.js';

/** The agreements between the cities of this forum, and the form to add one. */
export function TwinningSection({ forum }: { readonly forum: ForumView }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const delegations = useDelegations(forum.slug).data ?? [];
  const cities = [...delegations.map(({ city }) => city), ...(forum.hostCity ? [forum.hostCity] : [])];
  const known = [...new Map(cities.map((city) => [city.id, city])).values()];
  return (
    <Section
      title={t('twinnings.title')}
      link={known.length > 1 && <Button onPress={() => setAdding(true)}>{t('twinnings.add')}</Button>}
    >
      <TwinningList cities={known} />
      {adding && (
        <TwinningDialog cities={known} first={forum.hostCity?.id} onClose={() => setAdding(false)} />
      )}
    </Section>
  );
}

function TwinningDialog(props: {
  readonly cities: readonly CityView[];
  readonly first: string | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const pick = usePick();
  const toast = useToast();
  const [one, setOne] = useState(props.first ?? '');
  const [other, setOther] = useState('');
  const [kind, setKind] = useState<TwinningKind>('twinning');
  const [agreedOn, setAgreedOn] = useState('');
  const add = useWrite(
    (body: CreateTwinning) => post('/twinnings', body),
    ['twinning'],
    () => {
      toast(t('do.saved'));
      props.onClose();
    },
  );
  const problem = useFieldProblems(add.error);
  const options = (but: string) => [
    { id: '', label: t('form.choose') },
    ...props.cities.filter(({ id }) => id !== but).map(({ id, name }) => ({ id, label: pick(name) })),
  ];
  return (
    <Dialog title={t('twinnings.add')} isOpen onClose={props.onClose}>
      <Form
        submit={t('do.save')}
        isPending={add.isPending}
        error={add.error}
        isDisabled={!one || !other}
        onSubmit={() =>
          add.mutate({ cityIds: [one, other], kind, ...(agreedOn.trim() && { agreedOn: agreedOn.trim() }) })
        }
      >
        <div className="fields-row">
          <Select label={t('twinnings.one')} value={one} options={options(other)} onChange={setOne} />
          <Select label={t('twinnings.other')} value={other} options={options(one)} onChange={setOther} />
        </div>
        <Select
          label={t('twinnings.kind')}
          value={kind}
          options={TWINNING_KINDS.map((id) => ({ id, label: t(`twinning.kind.${id}`) }))}
          onChange={setKind}
        />
        <TextField
          label={t('twinnings.agreed-on')}
          hint={t('twinnings.agreed-hint')}
          value={agreedOn}
          onChange={setAgreedOn}
          problem={problem('agreedOn')}
          lang="en"
          isRequired={false}
        />
      </Form>
    </Dialog>
  );
}
