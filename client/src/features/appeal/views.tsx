import { type ComponentType, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Loading } from '../../ui/feedback.js';
import { lazily } from '../../ui/lazily.js';
import { Tabs } from '../../ui/tabs.js';
import { useCommentPlaces } from './comments/queries.js';
import { Coverage } from './coverage.js';
import { DraftText } from './draft-text.js';
import { FatesBoard } from './fates-board.js';
import type { WorkshopPart } from './workshop.js';

const TogetherEditor = lazily(() => import('./editor/together-editor.js'));
const AmendmentsPanel = lazily(
  () => import('./amending/amendments-panel.js'),
  'reviewing',
  'amending',
  'story',
  'comparing',
  'adopting',
  'forms',
);
const CommentsPanel = lazily(() => import('./comments/comments-panel.js'), 'commenting', 'forms');
const LanguagesPanel = lazily(() => import('./languages/languages-panel.js'), 'languages');
const AdoptionPanel = lazily(() => import('./adoption/adoption-panel.js'), 'adopting', 'voting');
const SuggestionsPanel = lazily(() => import('./suggestions-panel.js'), 'recompiling', 'comparing');
const TextVersions = lazily(() => import('./editor/text-versions.js'), 'comparing');

interface View {
  readonly id: string;
  readonly Panel: ComponentType<WorkshopPart>;
  /** Whether there is something to see in it now. */
  readonly shown: boolean;
  /** How many decisions it waits for. */
  readonly count?: number;
}

/** What is seen of an appeal, one view at a time. Which stands in the address, so that it can be linked to and survives a reload. */
export function Views({ forum, appeal }: WorkshopPart) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const comments = useCommentPlaces(forum.slug, appeal.id);
  const wished = search.get('view');
  const written = appeal.state === 'drafting' || appeal.state === 'reviewing';
  const open = appeal.page === null;
  const undecided = appeal.coverage.total - appeal.coverage.confirmed;
  const said = comments ? comments.counts.open + comments.counts.attention : 0;
  const suggested = appeal.suggestions.length;
  const views: readonly View[] = [
    { id: 'text', Panel: DraftText, shown: true },
    { id: 'together', Panel: TogetherEditor, shown: written },
    { id: 'suggestions', Panel: SuggestionsPanel, shown: suggested > 0, count: suggested },
    // Once the appeal is out, for who comes to see what became of one.
    { id: 'amendments', Panel: AmendmentsPanel, shown: open || wished === 'amendments' },
    { id: 'comments', Panel: CommentsPanel, shown: comments !== undefined, count: written ? said : 0 },
    { id: 'languages', Panel: LanguagesPanel, shown: true },
    { id: 'fates', Panel: FatesBoard, shown: true, count: open ? undecided : 0 },
    { id: 'adoption', Panel: AdoptionPanel, shown: true },
    { id: 'versions', Panel: TextVersions, shown: written },
    { id: 'coverage', Panel: CoverageView, shown: true },
  ];
  const tabs = views
    .filter(({ shown }) => shown)
    .map(({ id, Panel, count = 0 }) => ({
      id,
      label: <Counted label={t(`appeal.${id}` as 'appeal.text')} count={count} />,
      children: (
        <Suspense fallback={<Loading lines={4} />}>
          <Panel forum={forum} appeal={appeal} />
        </Suspense>
      ),
    }));
  return (
    <Tabs
      label={t('appeal.views')}
      tabs={tabs}
      selected={tabs.find(({ id }) => id === wished)?.id ?? 'text'}
      onSelect={(view) => setSearch({ view }, { replace: true })}
    />
  );
}

const CoverageView = ({ appeal }: WorkshopPart) => <Coverage coverage={appeal.coverage} />;

function Counted({ label, count }: { readonly label: string; readonly count: number }) {
  const { t } = useTranslation();
  return (
    <>
      {label}
      {count > 0 && <span className="badge badge-waiting">{t('number', { value: count })}</span>}
    </>
  );
}
