import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { APPEAL_ERRORS, AppealView } from '../../../../src/appeal/appeal.contract.js';
import type { ForumView } from '../../../../src/forum/forum.contract.js';
import { Loaded, Loading, Notice } from '../../ui/feedback.js';
import { lazily } from '../../ui/lazily.js';
import { Tabs } from '../../ui/tabs.js';
import { useCommentPlaces } from './comments/queries.js';
import { CompileForm, JobProgress } from './compile-form.js';
import { Correct, CorrectionNotice, Earlier } from './correction.js';
import { Coverage } from './coverage.js';
import { DraftText } from './draft-text.js';
import { FatesBoard } from './fates-board.js';
import { Published } from './published.js';
import { useAppeal } from './queries.js';

const TogetherEditor = lazily(() => import('./editor/together-editor.js'));
const TextVersions = lazily(() => import('./editor/text-versions.js'), 'comparing');
const AmendmentsPanel = lazily(
  () => import('./amending/amendments-panel.js'),
  'reviewing',
  'amending',
  'story',
  'comparing',
  'adopting',
  'forms',
);
const AdoptionPanel = lazily(() => import('./adoption/adoption-panel.js'), 'adopting', 'voting');
const LanguagesPanel = lazily(() => import('./languages/languages-panel.js'), 'languages');
const CommentsPanel = lazily(() => import('./comments/comments-panel.js'), 'commenting', 'forms');
const SuggestionsPanel = lazily(() => import('./suggestions-panel.js'), 'recompiling', 'comparing');

/** The other error that an appeal may have come back with is its release's. */
const COMPILE_FAILED = 'appeal.compile-failed' satisfies keyof typeof APPEAL_ERRORS;

export interface WorkshopPart {
  readonly forum: ForumView;
  readonly appeal: AppealView;
}

/** One appeal in whatever state it is. */
export function Workshop({ forum, id }: { readonly forum: ForumView; readonly id: string }) {
  const appeal = useAppeal(id);
  return <Loaded query={appeal}>{(found) => <InState forum={forum} appeal={found} />}</Loaded>;
}

function InState({ forum, appeal }: WorkshopPart) {
  const { t } = useTranslation();
  if (appeal.state === 'compiling') return <JobProgress appeal={appeal} />;
  if (appeal.state === 'failed')
    return (
      <>
        <Notice tone="problem">
          <p>{t('appeal.failed')}</p>
        </Notice>
        {appeal.abilities.recompile && <CompileForm slug={forum.slug} again />}
      </>
    );
  return (
    <>
      {appeal.state === 'publishing' && <JobProgress appeal={appeal} />}
      <CorrectionNotice appeal={appeal} />
      {appeal.state === 'published' && <Published appeal={appeal} />}
      {appeal.error && (
        <Notice tone="problem">
          <p>{t(appeal.error === COMPILE_FAILED ? 'appeal.recompile-failed' : 'appeal.release-failed')}</p>
        </Notice>
      )}
      <Views forum={forum} appeal={appeal} />
      <Correct appeal={appeal} />
      <Earlier slug={forum.slug} latest={appeal.id} />
    </>
  );
}

/** The view stands in the address, so that it can be linked to and survives a reload. */
function Views({ forum, appeal }: WorkshopPart) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const undecided = appeal.coverage.total - appeal.coverage.confirmed;
  const written = appeal.state === 'drafting' || appeal.state === 'reviewing';
  const suggested = appeal.suggestions.length;
  const suggestionsTab = {
    id: 'suggestions',
    label: <Counted label={t('appeal.suggestions')} count={suggested} />,
    children: (
      <Suspense fallback={<Loading />}>
        <SuggestionsPanel forum={forum} appeal={appeal} />
      </Suspense>
    ),
  };
  const comments = useCommentPlaces(forum.slug, appeal.id);
  const commentsTab = {
    id: 'comments',
    label: (
      <Counted
        label={t('appeal.comments')}
        count={appeal.state === 'drafting' && comments ? comments.counts.open + comments.counts.attention : 0}
      />
    ),
    children: (
      <Suspense fallback={<Loading />}>
        <CommentsPanel forum={forum} appeal={appeal} />
      </Suspense>
    ),
  };
  const tabs = [
    { id: 'text', label: t('appeal.text'), children: <DraftText forum={forum} appeal={appeal} /> },
    ...(written
      ? [
          {
            id: 'together',
            label: t('appeal.together'),
            children: (
              <Suspense fallback={<Loading lines={6} />}>
                <TogetherEditor forum={forum} appeal={appeal} />
              </Suspense>
            ),
          },
          {
            id: 'versions',
            label: t('appeal.versions'),
            children: (
              <Suspense fallback={<Loading lines={3} />}>
                <TextVersions forum={forum} appeal={appeal} />
              </Suspense>
            ),
          },
        ]
      : []),
    ...(comments ? [commentsTab] : []),
    ...(appeal.page !== null
      ? []
      : [
          {
            id: 'amendments',
            label: t('appeal.amendments'),
            children: (
              <Suspense fallback={<Loading lines={6} />}>
                <AmendmentsPanel forum={forum} appeal={appeal} />
              </Suspense>
            ),
          },
        ]),
    ...(suggested > 0 ? [suggestionsTab] : []),
    {
      id: 'fates',
      label: <Counted label={t('appeal.fates')} count={appeal.page === null ? undecided : 0} />,
      children: <FatesBoard forum={forum} appeal={appeal} />,
    },
    {
      id: 'languages',
      label: t('appeal.languages'),
      children: (
        <Suspense fallback={<Loading />}>
          <LanguagesPanel forum={forum} appeal={appeal} />
        </Suspense>
      ),
    },
    { id: 'coverage', label: t('appeal.coverage'), children: <Coverage coverage={appeal.coverage} /> },
    {
      id: 'adoption',
      label: t('appeal.adoption'),
      children: (
        <Suspense fallback={<Loading lines={3} />}>
          <AdoptionPanel forum={forum} appeal={appeal} />
        </Suspense>
      ),
    },
  ];
  const wished = search.get('view');
  return (
    <Tabs
      label={t('appeal.views')}
      tabs={tabs}
      selected={tabs.find(({ id }) => id === wished)?.id ?? 'text'}
      onSelect={(view) => setSearch({ view }, { replace: true })}
    />
  );
}

/** A view's name, and how many decisions it waits for. */
function Counted({ label, count }: { readonly label: string; readonly count: number }) {
  const { t } = useTranslation();
  return (
    <>
      {label}
      {count > 0 && <span className="badge badge-waiting">{t('number', { value: count })}</span>}
    </>
  );
}
