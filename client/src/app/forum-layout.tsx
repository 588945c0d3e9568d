import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useForum } from '../features/forum/queries.js';
import { Bell } from '../features/notifications/bell.js';
import { StageBanner } from '../features/voting/stage-banner.js';
import { ApiError } from '../lib/api-error.js';
import { useSeat } from '../lib/me.js';
import { useWatch } from '../lib/realtime-context.js';
import { usePick } from '../ui/lang-text.js';
import { PlaceContext } from '../ui/page.js';
import { ForumNav } from './forum-nav.js';
import { Frame } from './frame.js';
import { LineNotice } from './line-notice.js';
import { NotFound } from './not-found.js';

/** Every page of one forum: its name above, its navigation beside, its live line open. */
export function ForumLayout() {
  const { slug = '' } = useParams();
  const { t } = useTranslation();
  const pick = usePick();
  const forum = useForum(slug);
  const seat = useSeat(slug);
  useWatch(slug);
  if (forum.error instanceof ApiError && forum.error.code === 'object.missing') return <NotFound />;
  const title = pick(forum.data?.title);
  // Organisers set the forum up; moderators have the programme and the votes there.
  const manage = forum.data?.abilities.manage || forum.data?.abilities.moderate || false;
  const links = [
    { to: `/f/${slug}/cities`, label: t('nav.cities') },
    ...(seat?.role === 'delegate' ? [{ to: `/f/${slug}/proxies`, label: t('proxies.title') }] : []),
    ...(manage ? [{ to: `/f/${slug}/manage`, label: t('nav.manage') }] : []),
  ];
  return (
    <PlaceContext value={title || null}>
      <Frame
        place={{ title, to: `/f/${slug}` }}
        nav={<ForumNav slug={slug} manage={manage} />}
        bell={<Bell slug={slug} />}
        links={links}
        notice={
          <>
            <LineNotice />
            <StageBanner slug={slug} />
          </>
        }
      />
    </PlaceContext>
  );
}
