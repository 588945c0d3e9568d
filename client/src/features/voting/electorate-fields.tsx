import { useTranslation } from 'react-i18next';
import { ELECTORATES, PUBLICATIONS, SECRECIES } from '../../../../src/voting/polls.contract.js';
import { Checkbox } from '../../ui/checkbox.js';
import { RadioGroup } from '../../ui/choice.js';
import { CircleFields } from './circle-fields.js';
import type { PollForm } from './poll-form.js';
import { fits } from './poll-shape.js';

interface FieldsProps {
  readonly form: PollForm;
  readonly change: (part: Partial<PollForm>) => void;
}

/** Who votes, and by whom they may be represented. */
export function ElectorateFields({ slug, form, change }: FieldsProps & { readonly slug: string }) {
  const { t } = useTranslation();
  const fit = fits(form);
  return (
    <>
      <RadioGroup
        label={t('prepare.electorate')}
        value={form.electorate}
        onChange={(electorate) => change({ electorate })}
        options={ELECTORATES.map((id) => ({
          id,
          label: t(`electorate.${id}`),
          hint: t(`electorate-hint.${id}`),
        }))}
      />
      {fit.circle && (
        <CircleFields slug={slug} circle={form.circle} onChange={(circle) => change({ circle })} />
      )}
      {fit.confirmed && (
        <Checkbox isSelected={form.confirmed} onChange={(confirmed) => change({ confirmed })}>
          {t('prepare.confirmed')}
        </Checkbox>
      )}
      {fit.proxies && (
        <Checkbox isSelected={form.proxies} onChange={(proxies) => change({ proxies })}>
          {t('prepare.proxies')}
        </Checkbox>
      )}
    </>
  );
}

/** Who sees what, and when. */
export function SecrecyFields({ form, change }: FieldsProps) {
  const { t } = useTranslation();
  const fit = fits(form);
  return (
    <>
      <RadioGroup
        label={t('prepare.secrecy')}
        value={form.secrecy}
        onChange={(secrecy) => change({ secrecy })}
        options={SECRECIES.map((id) => ({ id, label: t(`secrecy.${id}`), hint: t(`secrecy-hint.${id}`) }))}
      />
      {fit.live && (
        <Checkbox isSelected={form.live} onChange={(live) => change({ live })}>
          {t('prepare.live')}
        </Checkbox>
      )}
      {fit.changeable && (
        <Checkbox isSelected={form.changeable} onChange={(changeable) => change({ changeable })}>
          {t('prepare.changeable')}
        </Checkbox>
      )}
      <RadioGroup
        label={t('prepare.publication')}
        value={form.publication}
        onChange={(publication) => change({ publication })}
        options={PUBLICATIONS.map((id) => ({ id, label: t(`publication.${id}`) }))}
      />
    </>
  );
}
