import './badges.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import {
  type ForumView,
  type InvitationView,
  PARTICIPANT_ROLES,
} from '../../../../src/forum/forum.contract.js';
import { address } from '../../lib/api.js';
import { Button } from '../../ui/button.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { LangText } from '../../ui/lang-text.js';
import { Page } from '../../ui/page.js';
import { Select } from '../../ui/select.js';
import { DelegationSelect } from './manage/delegation-select.js';
import { useInvitations } from './manage/queries.js';
import { useForum } from './queries.js';

/** Badges to print on A4 and cut: who has one scans it, or types its code, and is in. */
export default function BadgesPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation();
  const forum = useForum(slug);
  const allowed = forum.data?.abilities.manage;
  return (
    <Page
      title={t('badges.title')}
      width="wide"
      above={<Link to={`/f/${slug}/manage/invitations`}>{t('manage.invitations')}</Link>}
    >
      <Loaded query={forum}>
        {(found) => (allowed ? <Sheet forum={found} /> : <Empty title={t('manage.not-allowed')} />)}
      </Loaded>
    </Page>
  );
}

function Sheet({ forum }: { readonly forum: ForumView }) {
  const { t } = useTranslation();
  const [role, setRole] = useState('');
  const [delegationId, setDelegationId] = useState('');
  const invitations = useInvitations(forum.slug);
  const fits = (item: InvitationView) =>
    item.code && (!role || item.role === role) && (!delegationId || item.delegationId === delegationId);
  return (
    <Loaded query={invitations}>
      {(items) => {
        const badges = items.filter(fits);
        return (
          <>
            <div className="badge-choice stack">
              <p className="muted">{t('badges.what')}</p>
              <div className="filters">
                <Select
                  label={t('people.role')}
                  value={role}
                  onChange={setRole}
                  options={[
                    { id: '', label: t('people.any-role') },
                    ...PARTICIPANT_ROLES.map((id) => ({ id, label: t(`role.${id}`) })),
                  ]}
                />
                <DelegationSelect
                  slug={forum.slug}
                  value={delegationId}
                  onChange={setDelegationId}
                  none={t('badges.any-delegation')}
                />
              </div>
              <div className="actions">
                <Button look="primary" isDisabled={badges.length === 0} onPress={() => window.print()}>
                  {t('badges.print', { count: badges.length })}
                </Button>
              </div>
            </div>
            {badges.length > 0 ? (
              <ul className="rows badge-sheet">
                {badges.map((badge) => (
                  <PaperBadge key={badge.id} forum={forum} invitation={badge} />
                ))}
              </ul>
            ) : (
              <Empty title={t('badges.empty')}>{t('badges.empty-text')}</Empty>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function PaperBadge({
  forum,
  invitation,
}: {
  readonly forum: ForumView;
  readonly invitation: InvitationView;
}) {
  const { t } = useTranslation();
  const path = `/forums/${forum.slug}/invitations/${invitation.id}/qr.svg`;
  const code = invitation.code ?? '';
  return (
    <li className="paper-badge">
      <div className="paper-badge-head">
        {forum.emblem && <img src={forum.emblem} alt="" />}
        <p>
          <LangText text={forum.title} mark={false} />
        </p>
      </div>
      <div className="paper-badge-body">
        <p className="paper-badge-name">
          {invitation.name ? (
            <bdi>{invitation.name}</bdi>
          ) : (
            <span className="paper-badge-line" aria-hidden="true" />
          )}
        </p>
        {invitation.cityName && (
          <p className="paper-badge-city">
            <LangText text={invitation.cityName} mark={false} />
          </p>
        )}
        <p>
          {t(`role.${invitation.role}`)}
          {invitation.head && ` · ${t('people.head')}`}
        </p>
      </div>
      <div className="paper-badge-code">
        <img src={address(path)} alt={t('invitations.qr-alt', { code })} />
        <p className="code-big">
          <bdi dir="ltr">{code}</bdi>
        </p>
      </div>
    </li>
  );
}
