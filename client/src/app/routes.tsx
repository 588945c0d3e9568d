import type { ComponentType } from 'react';
import { Route, Routes } from 'react-router';
import { ForumLayout } from './forum-layout.js';
import { lazyPage as lazy } from './lazy-page.js';
import { NotFound } from './not-found.js';
import { SiteLayout } from './site-layout.js';

/** Every page is its own file and comes when it is first needed; each of these modules exports it as default. */
const SITE_PAGES: Readonly<Record<string, ComponentType>> = {
  '/': lazy(() => import('../features/forum/forums-page.js')),
  '/join': lazy(() => import('../features/identity/join-page.js')),
  '/sign-in': lazy(() => import('../features/identity/sign-in-page.js')),
  '/sign-in/code': lazy(() => import('../features/identity/code-page.js')),
  '/sign-in/link': lazy(() => import('../features/identity/link-page.js')),
  '/account': lazy(() => import('../features/identity/account-page.js')),
  '/account/email': lazy(() => import('../features/identity/email-page.js')),
  '/new': lazy(() => import('../features/forum/new-forum-page.js')),
};

/** Below `/f/:slug`. */
const FORUM_PAGES: Readonly<Record<string, ComponentType>> = {
  '': lazy(() => import('../features/forum/now-page.js')),
  program: lazy(() => import('../features/program/program-page.js')),
  discussion: lazy(() => import('../features/discussion/threads-page.js')),
  'discussion/new': lazy(() => import('../features/discussion/new-thread-page.js')),
  'discussion/:threadId': lazy(() => import('../features/discussion/thread-page.js')),
  proposals: lazy(() => import('../features/proposals/proposals-page.js')),
  'proposals/new': lazy(() => import('../features/proposals/new-proposal-page.js')),
  'proposals/:id': lazy(() => import('../features/proposals/proposal-page.js')),
  'proposals/:id/edit': lazy(() => import('../features/proposals/edit-proposal-page.js')),
  'polls/:id': lazy(() => import('../features/voting/poll-page.js')),
  proxies: lazy(() => import('../features/voting/proxies-page.js')),
  cities: lazy(() => import('../features/forum/cities-page.js')),
  appeal: lazy(() => import('../features/appeal/appeal-page.js')),
  badges: lazy(() => import('../features/forum/badges-page.js')),
  manage: lazy(() => import('../features/forum/manage/overview-page.js')),
  'manage/settings': lazy(() => import('../features/forum/manage/settings-page.js')),
  'manage/topics': lazy(() => import('../features/forum/manage/topics-page.js')),
  'manage/delegations': lazy(() => import('../features/forum/manage/delegations-page.js')),
  'manage/invitations': lazy(() => import('../features/forum/manage/invitations-page.js')),
  'manage/people': lazy(() => import('../features/forum/manage/people-page.js')),
  'manage/mail': lazy(() => import('../features/forum/manage/mail-page.js')),
  'manage/program': lazy(() => import('../features/program/manage-program-page.js')),
  'manage/polls': lazy(() => import('../features/voting/manage-polls-page.js')),
  'manage/polls/new': lazy(() => import('../features/voting/new-poll-page.js')),
  'manage/polls/:id/edit': lazy(() => import('../features/voting/edit-poll-page.js')),
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
      <Route path="/f/:slug" element={<ForumLayout />}>
        {Object.entries(FORUM_PAGES).map(([path, Page]) => (
          <Route key={path} path={path} element={<Page />} />
        ))}
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}
