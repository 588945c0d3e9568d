import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvitationView } from '../../../../../src/forum/forum.contract.js';
import { address, del } from '../../../lib/api.js';
import { useWrite } from '../../../lib/use-write.js';
import { Button } from '../../../ui/button.js';
import { Confirm } from '../../../ui/confirm.js';
import { CopyButton } from '../../../ui/copy-button.js';
import { Dialog } from '../../../ui/dialog.js';
import { LangText } from '../../../ui/lang-text.js';
import { Time } from '../../../ui/time.js';

const TONES = { open: 'badge-waiting', used: 'badge-good', revoked: 'badge-bad', expired: '' } as const;

export function InvitationRow({
  slug,
  invitation,
}: {
  readonly slug: string;
  readonly invitation: InvitationView;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'qr' | 'revoke' | null>(null);
  const path = `/forums/${slug}/invitations/${invitation.id}`;
  const revoke = useWrite(
    () => del(path),
    ['invitation'],
    () => setOpen(null),
  );
  const { code, link, name, email } = invitation;
  return (
    <li className="card managed-row">
      <div className="stack stack-tight">
        {code ? (
          <bdi className="code-big" dir="ltr">
            {code}
          </bdi>
        ) : (
          <p className="managed-name">{name ? <bdi>{name}</bdi> : t('invitations.without-name')}</p>
        )}
        <p className="meta">
          <span className={`badge ${TONES[invitation.state]}`}>
            {t(`invitation.state.${invitation.state}`)}
          </span>
          <span>{t(`role.${invitation.role}`)}</span>
          {invitation.cityName && (
            <span>
              <LangText text={invitation.cityName} mark={false} />
            </span>
          )}
          {invitation.head && <span>{t('people.head')}</span>}
          {code && name && <bdi>{name}</bdi>}
          {email && <bdi dir="ltr">{email}</bdi>}
          {invitation.state === 'open' && (
            <span>
              {t('invitations.until')} <Time at={invitation.expiresAt} show="date" />
            </span>
          )}
        </p>
      </div>
      {code && link && (
        <div className="actions">
          <CopyButton text={code} name={code} label={t('invitations.copy-code')} />
          <Button
            look="quiet"
            aria-label={`${t('invitations.show-qr')}: ${code}`}
            onPress={() => setOpen('qr')}
          >
            {t('invitations.show-qr')}
          </Button>
          <Button
            look="quiet"
            aria-label={`${t('invitations.revoke')}: ${code}`}
            onPress={() => setOpen('revoke')}
          >
            {t('invitations.revoke')}
          </Button>
          {open === 'qr' && (
            <Dialog title={t('invitations.qr-title')} isOpen onClose={() => setOpen(null)}>
              <img className="qr" src={address(`${path}/qr.svg`)} alt={t('invitations.qr-alt', { code })} />
              <p className="code" dir="ltr">
                {link}
              </p>
              <div className="actions">
                <CopyButton text={link} label={t('invitations.copy-link')} />
                <CopyButton text={code} label={t('invitations.copy-code')} />
                <Button look="quiet" onPress={() => setOpen(null)}>
                  {t('do.close')}
                </Button>
              </div>
            </Dialog>
          )}
          <Confirm
            title={t('invitations.revoke-sure', { code })}
            isOpen={open === 'revoke'}
            onClose={() => setOpen(null)}
            onConfirm={() => revoke.mutate()}
            action={t('invitations.revoke')}
            isPending={revoke.isPending}
            error={revoke.error}
          >
            <p>{t('invitations.revoke-text')}</p>
          </Confirm>
        </div>
      )}
    </li>
  );
}
