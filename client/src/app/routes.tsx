import { type ComponentType, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Loading } from '../ui/feedback.js';
import { lazily } from '../ui/lazily.js';
import { ForumLayout } from './forum-layout.js';
import { NotFound } from './not-found.js';
import { PageBoundary } from './page-boundary.js';
import { SiteLayout } from './site-layout.js';

/** Every page is its own file and comes when it is first needed; each of these modules exports it as default. */
const SITE_PAGES: Readonly<Record<string, ComponentType>> = {
  '/': lazily(() => import('../features/forum/forums-page.js'), 'forum'),
  '/join': lazily(() => import('../features/identity/join-page.js'), 'identity', 'forms'),
  '/sign-in': lazily(() => import('../features/identity/sign-in-page.js'), 'identity', 'forms'),
  '/sign-in/code': lazily(() => import('../features/identity/code-page.js'), 'identity', 'forms'),
  '/sign-in/link': lazily(() => import('../features/identity/link-page.js'), 'identity', 'forms'),
  '/account': lazily(() => import('../features/identity/account-page.js'), 'identity', 'forms'),
  '/account/email': lazily(() => import('../features/identity/email-page.js'), 'identity', 'forms'),
  '/verify': lazily(() => import('../features/verify/verify-page.js'), 'verify'),
  '/new': lazily(() => import('../features/forum/new-forum-page.js'), 'forum', 'manage', 'forms'),
};

/** Of several routes: what stands behind each is chosen there. */
const AmendmentPages = lazily(
  () => import('../features/proposals/amendments/amendment-pages.js'),
  'proposals',
);

/** For the hall's projector: nothing of the frame around the other pages. */
const WallPage = lazily(() => import('../features/appeal/signatures/wall-page.js'), 'adopting');

/** Below `/f/:slug`. */
const FORUM_PAGES: Readonly<Record<string, ComponentType>> = {
  '': lazily(() => import('../features/forum/now-page.js'), 'news'),
  program: lazily(() => import('../features/program/program-page.js'), 'program'),
  discussion: lazily(() => import('../features/discussion/threads-page.js'), 'threads'),
  'discussion/new': lazily(
    () => import('../features/discussion/new-thread-page.js'),
    'discussion',
    'threads',
    'forms',
  ),
  'discussion/:threadId': lazily(
    () => import('../features/discussion/thread-page.js'),
    'discussion',
    'forms',
  ),
  proposals: lazily(() => import('../features/proposals/proposals-page.js'), 'proposals'),
  'proposals/new': lazily(
    () => import('../features/proposals/new-proposal-page.js'),
    'proposals',
    'forms',
    'reading',
    'writing',
  ),
  'proposals/:id': lazily(() => import('../features/proposals/proposal-page.js'), 'proposals', 'reading'),
  'proposals/:id/edit': lazily(
    () => import('../features/proposals/edit-proposal-page.js'),
    'proposals',
    'forms',
    'reading',
    'writing',
  ),
  'proposals/:id/versions': lazily(
    () => import('../features/proposals/versions-page.js'),
    'proposals',
    'comparing',
  ),
  'proposals/:id/amend': AmendmentPages,
  'proposals/:id/amendments': AmendmentPages,
  'amendments/:id': AmendmentPages,
  'amendments/:id/edit': AmendmentPages,
  'proposals/:id/merge': AmendmentPages,
  'polls/:id': lazily(() => import('../features/voting/poll-page.js'), 'voting', 'terms', 'forms'),
  proxies: lazily(() => import('../features/voting/proxies-page.js'), 'proxies', 'terms', 'forms'),
  notifications: lazily(() => import('../features/notifications/notifications-page.js'), 'notifications'),
  cities: lazily(() => import('../features/forum/cities-page.js'), 'cities'),
  appeal: lazily(() => import('../features/appeal/appeal-page.js'), 'appeal', 'forms'),
  badges: lazily(() => import('../features/forum/badges-page.js'), 'people', 'manage', 'forms'),
  manage: lazily(() => import('../features/forum/manage/overview-page.js'), 'manage', 'forms'),
  'manage/settings': lazily(
    () => import('../features/forum/manage/settings-page.js'),
    'manage',
    'cities',
    'forms',
  ),
  'manage/topics': lazily(() => import('../features/forum/manage/topics-page.js'), 'manage', 'forms'),
  'manage/delegations': lazily(
    () => import('../features/forum/manage/delegations-page.js'),
    'manage',
    'cities',
    'forms',
  ),
  'manage/invitations': lazily(
    () => import('../features/forum/manage/invitations-page.js'),
    'manage',
    'people',
    'forms',
  ),
  'manage/people': lazily(
    () => import('../features/forum/manage/people-page.js'),
    'manage',
    'people',
    'forms',
  ),
  'manage/mail': lazily(() => import('../features/forum/manage/mail-page.js'), 'manage', 'people', 'forms'),
  'manage/program': lazily(
    () => import('../features/program/manage-program-page.js'),
    'manage',
    'program',
    'forms',
    'planning',
  ),
  'manage/polls': lazily(
    () => import('../features/voting/manage-polls-page.js'),
    'manage',
    'chairing',
    'terms',
  ),
  'manage/polls/new': lazily(
    () => import('../features/voting/new-poll-page.js'),
    'manage',
    'chairing',
    'terms',
    'forms',
  ),
  'manage/polls/:id/edit': lazily(
    () => import('../features/voting/edit-poll-page.js'),
    'manage',
    'chairing',
    'terms',
    'forms',
  ),
};

export function PageRoutes() {
  return (
    <Routes>
      <Route element={<SiteLayout />}>
        {Object.entries(SITE_PAGES).map(([path, Page]) => (
          <Route key={path} path={path} element={<Page />} />
        ))}
        <Route path="*" element={<NotFound />} />
      </Route>
      <Route
        path="/f/:slug/appeal/wall"
        element={
          <PageBoundary>
            <Suspense fallback={<Loading />}>
              <WallPage />
            </Suspense>
          </PageBoundary>
        }
      />
      <Route path="/f/:slug" element={<ForumLayout />}>
        {Object.entries(FORUM_PAGES).map(([path, Page]) => (
          <Route key={path} path={path} element={<Page />} />
        ))}
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}
