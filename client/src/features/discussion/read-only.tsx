import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useMe } from '../../lib/me.js';
import { ButtonLink } from '../../ui/button.js';
import { Notice } from '../../ui/feedback.js';

/** The way into the forum for who reads a discussion and has no seat. */
export default function ReadOnly({ slug }: { readonly slug: string }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const me = useMe().data;
  if (!me || me.seats.some((seat) => seat.forumSlug === slug)) return null;
  return (
    <Notice>
      <span>{t('thread.read-only')}</span>
      <div className="actions">
        {!me.account && (
          <ButtonLink to={`/sign-in?next=${encodeURIComponent(pathname)}`}>{t('app.sign-in')}</ButtonLink>
        )}
        <ButtonLink to="/join">{t('forums.join')}</ButtonLink>
      </div>
    </Notice>
  );
}
