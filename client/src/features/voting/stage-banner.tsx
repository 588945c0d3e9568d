import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { ButtonLink } from '../../ui/button.js';
import { LangText } from '../../ui/lang-text.js';
import { useRunningPolls } from './queries.js';
import { isAwaited } from './running.js';

/** On every page of a forum: a vote is open, and here is the way to it. Silent on the pages that show it themselves. */
export function StageBanner({ slug }: { readonly slug: string }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const open = useRunningPolls(slug);
  const here = pathname === `/f/${slug}` || open.some((poll) => pathname.endsWith(poll.id));
  return (
    <div role="status" className={!here && open.length > 0 ? 'stage-banners' : undefined}>
      {!here &&
        open.map((poll) => (
          <div key={poll.id} className="stage-banner">
            <p>
              <strong>{t('poll.banner')}</strong> <LangText text={poll.question} />
            </p>
            <ButtonLink look="primary" to={`/f/${slug}/polls/${poll.id}`}>
              {t(isAwaited(poll) ? 'poll.go-vote' : 'poll.go-follow')}
            </ButtonLink>
          </div>
        ))}
    </div>
  );
}
