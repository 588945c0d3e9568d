import { type ReactNode, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useNavigationType } from 'react-router';
import { Loading } from '../ui/feedback.js';
import { PageBoundary } from './page-boundary.js';
import { SiteHeader } from './site-header.js';

interface FrameProps {
  /** Where one is: the forum's title with its address, or nothing outside of forums. */
  readonly place?: { readonly title: string; readonly to: string };
  readonly nav?: ReactNode;
  readonly bell?: ReactNode;
  /** What every page of this place shows above its own. */
  readonly notice?: ReactNode;
  readonly links?: readonly { readonly to: string; readonly label: string }[];
}

/** Header, navigation and the page between them. */
export function Frame({ place, nav, bell, notice, links = [] }: FrameProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  useScrollToTop(pathname);
  return (
    <div className={nav ? 'frame frame-with-nav' : 'frame'}>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <SiteHeader place={place} bell={bell} links={links} />
      {nav}
      <main id="content" className="content" tabIndex={-1}>
        {notice}
        <PageBoundary key={pathname}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </PageBoundary>
      </main>
    </div>
  );
}

/**
 * A page that was asked for begins at its top, or at the part that its address names; one that was gone back to is
 * where the browser left it.
 */
function useScrollToTop(pathname: string): void {
  const how = useNavigationType();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is what this waits for
  useEffect(() => {
    if (how !== 'POP' && !window.location.hash) window.scrollTo(0, 0);
  }, [pathname, how]);
}
