import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DelegationView, ForumView } from '../../../../../src/forum/forum.contract.js';
import { useLang } from '../../../i18n/i18n.js';
import { del } from '../../../lib/api.js';
import { countryName } from '../../../lib/countries.js';
import { useWrite } from '../../../lib/use-write.js';
import { Button } from '../../../ui/button.js';
import { Confirm } from '../../../ui/confirm.js';
import { Empty, Loaded } from '../../../ui/feedback.js';
import { usePick } from '../../../ui/lang-text.js';
import { DelegationDialog } from './delegation-dialog.js';
import { ManagePage } from './manage-page.js';
import { NamesInAll } from './names-in-all.js';
import { useDelegations } from './queries.js';
import { TwinningSection } from './twinning-section.js';
import { WeightDialog } from './weight-dialog.js';

/** The cities' seats: which city sits in the forum, with what weight, and who heads it. */
export default function DelegationsPage() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const add = (
    <Button look="primary" onPress={() => setAdding(true)}>
      {t('delegations.add')}
    </Button>
  );
  return (
    <ManagePage part="delegations" actions={() => add}>
      {(forum) => (
        <>
          <p className="muted">{t('delegations.what')}</p>
          <DelegationList forum={forum} />
          <TwinningSection forum={forum} />
          {adding && <DelegationDialog slug={forum.slug} onClose={() => setAdding(false)} />}
        </>
      )}
    </ManagePage>
  );
}

function DelegationList({ forum }: { readonly forum: ForumView }) {
  const { t } = useTranslation();
  const delegations = useDelegations(forum.slug);
  return (
    <Loaded query={delegations}>
      {(items) =>
        items.length > 0 ? (
          <ul className="rows cards">
            {items.map((delegation) => (
              <DelegationRow key={delegation.id} slug={forum.slug} delegation={delegation} />
            ))}
          </ul>
        ) : (
          <Empty title={t('delegations.empty')}>{t('delegations.empty-text')}</Empty>
        )
      }
    </Loaded>
  );
}

function DelegationRow({ slug, delegation }: { readonly slug: string; readonly delegation: DelegationView }) {
  const { t } = useTranslation();
  const { locale } = useLang();
  const name = usePick()(delegation.city.name);
  const [open, setOpen] = useState<'weight' | 'delete' | null>(null);
  const remove = useWrite(
    () => del(`/forums/${slug}/delegations/${delegation.id}`),
    ['delegation', 'forum'],
    () => setOpen(null),
  );
  return (
    <li className="card managed-row">
      <div className="stack stack-tight">
        <NamesInAll name={delegation.city.name} />
        <p className="meta">
          {delegation.city.country && <span>{countryName(delegation.city.country, locale)}</span>}
          <span>{t('delegations.weight-of', { weight: delegation.weight })}</span>
          <span>{t('delegations.members', { count: delegation.participants })}</span>
          <span>
            {delegation.head ? (
              t('delegations.head-is', { name: delegation.head })
            ) : (
              <Link to={`/f/${slug}/manage/people`}>{t('delegations.no-head')}</Link>
            )}
          </span>
        </p>
      </div>
      <div className="actions">
        <Button
          look="quiet"
          aria-label={`${t('delegations.change-weight')}: ${name}`}
          onPress={() => setOpen('weight')}
        >
          {t('delegations.change-weight')}
        </Button>
        <Button look="quiet" aria-label={`${t('do.delete')}: ${name}`} onPress={() => setOpen('delete')}>
          {t('do.delete')}
        </Button>
      </div>
      {open === 'weight' && (
        <WeightDialog slug={slug} delegation={delegation} onClose={() => setOpen(null)} />
      )}
      <Confirm
        title={t('delegations.delete-sure', { name })}
        isOpen={open === 'delete'}
        onClose={() => setOpen(null)}
        onConfirm={() => remove.mutate()}
        action={t('do.delete')}
        isPending={remove.isPending}
        error={remove.error}
      />
    </li>
  );
}
