import { matchPath, useLocation } from 'react-router';
import { lazily } from '../../../ui/lazily.js';

const AmendmentPage = lazily(() => import('./amendment-page.js'), 'comparing', 'story', 'amending');
const EditAmendmentPage = lazily(
  () => import('./edit-amendment-page.js'),
  'comparing',
  'forms',
  'story',
  'writing',
  'amending',
);
const HandlingPage = lazily(() => import('./handling-page.js'), 'comparing', 'story', 'amending');
const SuggestPage = lazily(
  () => import('./suggest-page.js'),
  'comparing',
  'forms',
  'story',
  'writing',
  'amending',
);

/**
 * The pages about amendments, each in a file of its own behind this one: every page that is opened first carries the
 * names of all files that routes lead to, and of these it carries one.
 */
export default function AmendmentPages() {
  const { pathname } = useLocation();
  const is = (path: string) => matchPath(`/f/:slug/${path}`, pathname) !== null;
  if (is('proposals/:id/amend')) return <SuggestPage />;
  if (is('proposals/:id/amendments')) return <HandlingPage />;
  return is('amendments/:id/edit') ? <EditAmendmentPage /> : <AmendmentPage />;
}
