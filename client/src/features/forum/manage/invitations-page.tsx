import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ForumView,
  type InvitationView,
  PARTICIPANT_ROLES,
} from '../../../../../src/forum/forum.contract.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import { Empty, Loaded } from '../../../ui/feedback.js';
import { Select } from '../../../ui/select.js';
import { InvitationRow } from './invitation-row.js';
import { InviteDialog } from './invite-dialog.js';
import { ManagePage } from './manage-page.js';
import { useInvitations } from './queries.js';

const STATES = ['open', 'used', 'expired', 'revoked'] as const;
/** Rows drawn at once; the rest comes when asked for. */
const ROWS = 60;

/** Codes by which people join: made one by one or many at once, copied, printed, mailed, taken back. */
export default function InvitationsPage() {
  const { t } = useTranslation();
  const [inviting, setInviting] = useState(false);
  const invite = (
    <Button look="primary" onPress={() => setInviting(true)}>
      {t('invitations.make')}
    </Button>
  );
  return (
    <ManagePage
      part="invitations"
      actions={(forum) => (
        <>
          {invite}
          <ButtonLink to={`/f/${forum.slug}/badges`}>{t('badges.title')}</ButtonLink>
        </>
      )}
    >
      {(forum) => (
        <>
          <p className="muted">{t('invitations.what')}</p>
          <InvitationList forum={forum} />
          {inviting && <InviteDialog forum={forum} onClose={() => setInviting(false)} />}
        </>
      )}
    </ManagePage>
  );
}

function InvitationList({ forum }: { readonly forum: ForumView }) {
  const { t } = useTranslation();
  const invitations = useInvitations(forum.slug);
  return (
    <Loaded query={invitations}>
      {(items) =>
        items.length > 0 ? (
          <Filtered slug={forum.slug} items={items} />
        ) : (
          <Empty title={t('invitations.empty')}>{t('invitations.empty-text')}</Empty>
        )
      }
    </Loaded>
  );
}

function Filtered({ slug, items }: { readonly slug: string; readonly items: readonly InvitationView[] }) {
  const { t } = useTranslation();
  const [state, setState] = useState<'' | InvitationView['state']>('');
  const [role, setRole] = useState('');
  const [rows, setRows] = useState(ROWS);
  const found = useMemo(
    () => items.filter((item) => (!state || item.state === state) && (!role || item.role === role)),
    [items, state, role],
  );
  const counted = (each: InvitationView['state']) => items.filter((item) => item.state === each).length;
  return (
    <>
      <dl className="figures">
        {STATES.map((each) => (
          <div key={each} className="figure">
            <dt>{t(`invitation.state.${each}`)}</dt>
            <dd>{t('number', { value: counted(each) })}</dd>
          </div>
        ))}
      </dl>
      <div className="filters">
        <Select
          label={t('invitations.state')}
          value={state}
          onChange={setState}
          options={[
            { id: '', label: t('invitations.any-state') },
            ...STATES.map((id) => ({ id, label: t(`invitation.state.${id}`) })),
          ]}
        />
        <Select
          label={t('people.role')}
          value={role}
          onChange={setRole}
          options={[
            { id: '', label: t('people.any-role') },
            ...PARTICIPANT_ROLES.map((id) => ({ id, label: t(`role.${id}`) })),
          ]}
        />
      </div>
      <p className="hint" role="status">
        {t('list.shown', { count: found.length })}
      </p>
      <ul className="rows cards">
        {found.slice(0, rows).map((item) => (
          <InvitationRow key={item.id} slug={slug} invitation={item} />
        ))}
      </ul>
      {found.length > rows && (
        <div className="more">
          <Button onPress={() => setRows(rows + ROWS)}>{t('do.more')}</Button>
        </div>
      )}
    </>
  );
}
