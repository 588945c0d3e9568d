import './manage.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ForumView } from '../../../../../src/forum/forum.contract.js';
import { useMe } from '../../../lib/me.js';
import { ButtonLink } from '../../../ui/button.js';
import { Empty, Loaded } from '../../../ui/feedback.js';
import { Page } from '../../../ui/page.js';
import { useForum } from '../queries.js';
import { type Managed, ManageTabs, mayOpen } from './manage-tabs.js';

interface ManagePageProps {
  /** Which part of the management; left out on its overview. */
  readonly part?: Managed;
  /** Where a page stands below its part. */
  readonly title?: string;
  readonly actions?: (forum: ForumView) => ReactNode;
  readonly children: (forum: ForumView) => ReactNode;
}

/** One page of the management: its tabs, and a friendly door for those who may not enter. */
export function ManagePage({ part, title, actions, children }: ManagePageProps) {
  const { slug = '' } = useParams();
  const { t } = useTranslation();
  const forum = useForum(slug);
  const allowed = forum.data && (part ? mayOpen(part, forum.data.abilities) : forum.data.abilities.moderate);
  return (
    <Page
      title={title ?? t(part ? `manage.${part}` : 'nav.manage')}
      width="wide"
      above={forum.data && allowed && <ManageTabs forum={forum.data} />}
      actions={forum.data && allowed && actions?.(forum.data)}
    >
      <Loaded query={forum}>{(found) => (allowed ? children(found) : <NotAllowed slug={slug} />)}</Loaded>
    </Page>
  );
}

function NotAllowed({ slug }: { readonly slug: string }) {
  const { t } = useTranslation();
  const me = useMe().data;
  return (
    <Empty
      title={t('manage.not-allowed')}
      action={
        me?.account ? (
          <ButtonLink to={`/f/${slug}`}>{t('manage.to-forum')}</ButtonLink>
        ) : (
          <ButtonLink look="primary" to="/sign-in">
            {t('app.sign-in')}
          </ButtonLink>
        )
      }
    >
      {t('manage.not-allowed-text')}
    </Empty>
  );
}
