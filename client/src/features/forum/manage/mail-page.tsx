import { useTranslation } from 'react-i18next';
import type { ForumView, MailView } from '../../../../../src/forum/forum.contract.js';
import { Button } from '../../../ui/button.js';
import { Empty, Loaded } from '../../../ui/feedback.js';
import { MoreButton } from '../../../ui/more-button.js';
import { Time } from '../../../ui/time.js';
import { ManagePage } from './manage-page.js';
import { useMail } from './queries.js';

/** The mail of this forum: what was sent, and what waits here where no mail server is set up. */
export default function MailPage() {
  return <ManagePage part="mail">{(forum) => <Outbox forum={forum} />}</ManagePage>;
}

function Outbox({ forum }: { readonly forum: ForumView }) {
  const { t } = useTranslation();
  const mail = useMail(forum.slug);
  return (
    <>
      <p className="muted">{t('mail.what')}</p>
      <div className="actions">
        <Button isPending={mail.isRefetching} onPress={() => void mail.refetch()}>
          {t('mail.refresh')}
        </Button>
      </div>
      <Loaded query={{ ...mail, data: mail.items }}>
        {(items) =>
          items.length > 0 ? (
            <ul className="rows cards">
              {items.map((letter) => (
                <Letter key={letter.id} letter={letter} />
              ))}
            </ul>
          ) : (
            <Empty title={t('mail.empty')}>{t('mail.empty-text')}</Empty>
          )
        }
      </Loaded>
      <MoreButton list={mail} />
    </>
  );
}

function Letter({ letter }: { readonly letter: MailView }) {
  const { t } = useTranslation();
  return (
    <li className="card">
      <h2 dir="auto">{letter.subject}</h2>
      <p className="meta">
        <span>
          {t('mail.to')} <bdi dir="ltr">{letter.to}</bdi>
        </span>
        <span>
          <Time at={letter.createdAt} show="moment" />
        </span>
        <span className={`badge ${letter.sentAt ? 'badge-good' : 'badge-waiting'}`}>
          {t(letter.sentAt ? 'mail.sent' : 'mail.waiting')}
        </span>
      </p>
      <details className="letter-details">
        <summary>{t('mail.read')}</summary>
        <p className="letter" dir="auto">
          {letter.body}
        </p>
      </details>
    </li>
  );
}
