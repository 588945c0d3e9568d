import { type ComponentType, lazy } from 'react';
import { Route, Routes } from 'react-router';
import { ForumLayout } from './forum-layout.js';
import { NotFound } from './not-found.js';
import { SiteLayout } from './site-layout.js';

/** Every page is its own file and comes when it is first needed; each of these modules exports it as default. */
const SITE_PAGES: Readonly<Record<string, ComponentType>> = {
  '/': lazy(() => import('../features/forum/forums-page.js')),
  '/new': lazy(() => import('../features/forum/new-forum-page.js')),
};

/** Below `/f/:slug`. */
const FORUM_PAGES: Readonly<Record<string, ComponentType>> = {
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
