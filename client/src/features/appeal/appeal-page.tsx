import '../forum/manage/manage.css';
import './appeal.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { AppealSummary } from '../../../../src/appeal/appeal.contract.js';
import type { ForumView } from '../../../../src/forum/forum.contract.js';
import { Badge } from '../../ui/badge.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { usePick } from '../../ui/lang-text.js';
import { Page } from '../../ui/page.js';
import { useForum } from '../forum/queries.js';
import { CompileForm } from './compile-form.js';
import { useAppeals } from './queries.js';
import { Workshop } from './workshop.js';

/** The appeal of a forum: begun, worked on together, published. Who only reads sees what there is to read. */
export default function AppealPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation();
  const pick = usePick();
  const forum = useForum(slug);
  const appeals = useAppeals(slug);
  const latest = appeals.data?.[0];
  return (
    <Page
      title={latest ? pick(latest.title) : t('nav.appeal')}
      above={latest && <Badge kind="appeal" state={latest.state} />}
      width="wide"
    >
      <Loaded query={forum}>
        {(found) => <Loaded query={appeals}>{(items) => <Shown forum={found} latest={items[0]} />}</Loaded>}
      </Loaded>
    </Page>
  );
}

function Shown({ forum, latest }: { readonly forum: ForumView; readonly latest: AppealSummary | undefined }) {
  const { t } = useTranslation();
  if (latest) return <Workshop key={latest.id} forum={forum} id={latest.id} />;
  if (forum.abilities.compile)
    return (
      <>
        <p>{t('appeal.begin')}</p>
        <CompileForm slug={forum.slug} />
      </>
    );
  return <Empty title={t('appeal.none')}>{t('appeal.none-text')}</Empty>;
}
