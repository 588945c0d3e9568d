import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppealView, FATES, type Fate, type FateView } from '../../../../src/appeal/appeal.contract.js';
import { post } from '../../lib/api.js';
import { Button } from '../../ui/button.js';
import { Checkbox } from '../../ui/checkbox.js';
import { Confirm } from '../../ui/confirm.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { MoreButton } from '../../ui/more-button.js';
import { Select } from '../../ui/select.js';
import { DecideForm } from './decide-form.js';
import { FateRow } from './fate-row.js';
import { useEdit, useFates } from './queries.js';
import type { WorkshopPart } from './workshop.js';

const keyOf = ({ contribution }: FateView) => `${contribution.kind} ${contribution.id}`;

/** What becomes of every contribution: proposed by the compile, decided by people, with a reason each. */
export function FatesBoard({ forum, appeal }: WorkshopPart) {
  const { t } = useTranslation();
  const [fate, setFate] = useState<Fate | ''>('');
  const [confirmed, setConfirmed] = useState<'' | 'true' | 'false'>('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const fates = useFates(appeal.id, {
    ...(fate && { fate }),
    ...(confirmed && { confirmed }),
  });
  const items = fates.items ?? [];
  const picked = items.filter((item) => chosen.has(keyOf(item)));
  const { decideFates: edit } = appeal.abilities;
  const choose = (item: FateView, on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      if (on) after.add(keyOf(item));
      else after.delete(keyOf(item));
      return after;
    });
  return (
    <div className="stack">
      <p className="muted">{t('fates.what')}</p>
      {edit && <ConfirmAll appeal={appeal} />}
      <div className="filters">
        <Select
          label={t('fates.fate')}
          value={fate}
          onChange={setFate}
          options={[
            { id: '', label: t('fates.any') },
            ...FATES.map((id) => ({ id, label: t(`fate.${id}`) })),
          ]}
        />
        <Select
          label={t('fates.decision')}
          value={confirmed}
          onChange={setConfirmed}
          options={[
            { id: '', label: t('fates.any-decision') },
            { id: 'false', label: t('fates.proposed') },
            { id: 'true', label: t('fates.confirmed') },
          ]}
        />
      </div>
      {edit && items.length > 0 && (
        <Checkbox
          isSelected={picked.length === items.length}
          isIndeterminate={picked.length > 0 && picked.length < items.length}
          onChange={(on) => setChosen(on ? new Set(items.map(keyOf)) : new Set())}
        >
          {t('fates.choose-all', { count: items.length })}
        </Checkbox>
      )}
      {picked.length > 0 && <DecideForm appeal={appeal} items={picked} onDone={() => setChosen(new Set())} />}
      <Loaded query={{ ...fates, data: fates.items }}>
        {(rows) =>
          rows.length > 0 ? (
            <ul className="rows cards">
              {rows.map((item) => (
                <FateRow
                  key={keyOf(item)}
                  slug={forum.slug}
                  item={item}
                  isChosen={chosen.has(keyOf(item))}
                  onChoose={edit ? (on) => choose(item, on) : undefined}
                />
              ))}
            </ul>
          ) : (
            <Empty title={t('list.nothing-found')} />
          )
        }
      </Loaded>
      <MoreButton list={fates} />
    </div>
  );
}

/** Takes all that the compile proposed as it stands. */
function ConfirmAll({ appeal }: { readonly appeal: AppealView }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const left = appeal.coverage.total - appeal.coverage.confirmed;
  const confirm = useEdit(
    appeal.id,
    () => post<AppealView>(`/appeals/${appeal.id}/fates`, {}),
    () => setAsking(false),
  );
  if (left === 0) return null;
  return (
    <div className="notice notice-waiting">
      <p>{t('fates.left', { count: left })}</p>
      <div className="actions">
        <Button onPress={() => setAsking(true)}>{t('fates.confirm-all')}</Button>
      </div>
      <Confirm
        title={t('fates.confirm-all')}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => confirm.mutate()}
        action={t('fates.confirm-count', { count: left })}
        isPending={confirm.isPending}
        error={confirm.error}
      >
        <p>{t('fates.confirm-all-text')}</p>
      </Confirm>
    </div>
  );
}
