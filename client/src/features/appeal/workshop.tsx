import { useTranslation } from 'react-i18next';
import type { APPEAL_ERRORS, AppealView } from '../../../../src/appeal/appeal.contract.js';
import type { ForumView } from '../../../../src/forum/forum.contract.js';
import { Loaded, Notice } from '../../ui/feedback.js';
import { CompileForm, JobProgress } from './compile-form.js';
import { Correct, CorrectionNotice, Earlier } from './correction.js';
import { LeftWords } from './editor/left-words.js';
import { Published } from './published.js';
import { useAppeal } from './queries.js';
import { Views } from './views.js';

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
      {isStill(appeal) && <LeftWords appealId={appeal.id} />}
      <Views forum={forum} appeal={appeal} />
      <Correct appeal={appeal} />
      <Earlier slug={forum.slug} latest={appeal.id} />
    </>
  );
}

/** The text stands still: it is voted on, adopted or published, and takes no words any more. */
const isStill = ({ state }: AppealView): boolean => state !== 'drafting' && state !== 'reviewing';
