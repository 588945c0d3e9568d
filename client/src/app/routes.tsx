import { type ComponentType, lazy } from 'react';
import { Route, Routes } from 'react-router';
import { ForumLayout } from './forum-layout.js';
import { NotFound } from './not-found.js';
import { SiteLayout } from './site-layout.js';

/** Every page is its own file and comes when it is first needed; each of these modules exports it as default. */
const SITE_PAGES: Readonly<Record<string, ComponentType>> = {
  '/': lazy(() => import('../features/forum/forums-page.js')),
};

/** Below `/f/:slug`. */
const FORUM_PAGES: Readonly<Record<string, ComponentType>> = {};

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
