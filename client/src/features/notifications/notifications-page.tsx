import './notifications.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { NotificationView } from '../../../../src/notifications/notifications.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Checkbox } from '../../ui/checkbox.js';
import { Empty, Loaded, Refusal } from '../../ui/feedback.js';
import { Written } from '../../ui/lang-text.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page } from '../../ui/page.js';
import { Time } from '../../ui/time.js';
import { useNotifications, useRead } from './queries.js';

/** What happened to what one signs, follows or has to judge. */
export default function NotificationsPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation();
  const { lang } = useLang();
  const [search, setSearch] = useSearchParams();
  const unread = search.has('unread');
  const list = useNotifications(slug, { lang, ...(unread && { unread }) });
  const read = useRead(slug);
  const newest = list.items?.[0]?.position;
  const readAll = newest !== undefined && list.items?.some((each) => !each.read) && (
    <Button isPending={read.isPending} onPress={() => read.mutate({ from: 0, to: newest })}>
      {t('notifications.read-all')}
    </Button>
  );
  return (
    <Page title={t('nav.notifications')} actions={readAll}>
      <Checkbox isSelected={unread} onChange={(on) => setSearch(on ? { unread: '' } : {}, { replace: true })}>
        {t('notifications.only-unread')}
      </Checkbox>
      <Refusal error={read.error} />
      <Loaded query={{ ...list, data: list.items }}>
        {(items) =>
          items.length > 0 ? (
            <ul className="rows notifications" aria-busy={list.isPlaceholderData}>
              {items.map((each) => (
                <Told
                  key={each.position}
                  slug={slug}
                  told={each}
                  onOpen={() => each.read || read.mutate({ from: each.position, to: each.position })}
                />
              ))}
            </ul>
          ) : (
            <Empty title={t(unread ? 'notifications.none-unread' : 'notifications.none')}>
              {t('notifications.about')}
            </Empty>
          )
        }
      </Loaded>
      <MoreButton list={list} />
    </Page>
  );
}

interface ToldProps {
  readonly slug: string;
  readonly told: NotificationView;
  readonly onOpen: () => void;
}

function Told({ slug, told, onOpen }: ToldProps) {
  const { t } = useTranslation();
  const { type, at, read, proposal, post, comment, clauseAmendment } = told;
  const about = proposal ?? post ?? comment ?? clauseAmendment;
  const amendment = told.amendment ?? clauseAmendment;
  return (
    <li className={read ? 'notification' : 'notification notification-unread'}>
      <p className="meta">
        {!read && <span className="notification-new">{t('notifications.new')}</span>}
        <Time at={at} />
        {proposal && <span>{t('notifications.proposal', { number: proposal.number })}</span>}
        {comment && <span>{t('notifications.comment')}</span>}
        {amendment && <span>{t('notifications.amendment', { number: amendment.number })}</span>}
      </p>
      <p className="notification-what">{t(`told.${type}`)}</p>
      {about && (
        <Link to={`/f/${slug}/${placeOf(told)}`} onClick={onOpen}>
          <Written lang={about.titleLang}>{about.title}</Written>
        </Link>
      )}
    </li>
  );
}

function placeOf({ amendment, proposal, post, comment, clauseAmendment }: NotificationView): string {
  if (amendment) return `amendments/${amendment.id}`;
  if (post) return `discussion/${post.threadId}#post-${post.id}`;
  if (comment) return `appeal?view=comments&comment=${comment.id}`;
  if (clauseAmendment) return `appeal?view=amendments#amendment-${clauseAmendment.id}`;
  return `proposals/${proposal?.id}`;
}
