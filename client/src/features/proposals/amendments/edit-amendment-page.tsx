import '../writing/writing.css';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { AmendmentView } from '../../../../../src/proposals/amendments/amendments.contract.js';
import { post } from '../../../lib/api.js';
import { useWrite } from '../../../lib/use-write.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import { ParagraphDifferences } from '../../../ui/differences.js';
import type { Writing } from '../../../ui/editor/paragraphs-editor.js';
import { Empty, Notice, Refusal } from '../../../ui/feedback.js';
import { useFieldProblems } from '../../../ui/form.js';
import { Page } from '../../../ui/page.js';
import { PageOf } from '../../../ui/page-of.js';
import { useToast } from '../../../ui/toast.js';
import { AsideNote } from '../writing/aside-note.js';
import { SaveNote } from '../writing/save-note.js';
import { NOTHING } from '../writing/written.js';
import { type BeingWritten, suggestedIn, useBeingWritten } from './being-written.js';
import { withWords } from './changes.js';
import { bring, hasMoved, MovedNote } from './moved-note.js';
import { useShowAmendment } from './queries.js';
import { SuggestFields } from './suggest-fields.js';
import { baseOf, type Suggested } from './suggested.js';
import { useSuggesting } from './use-suggesting.js';

/** Writing a draft, and settling what no longer fits the text. */
export default function EditAmendmentPage() {
  const { id = '' } = useParams();
  return (
    <PageOf query={useBeingWritten(id)}>
      {(found) => (
        // What has to be settled is another form; what was typed in the one before is kept and found there.
        <Editing key={`${id} ${found.amendment.conflicts.length > 0}`} written={found} />
      )}
    </PageOf>
  );
}

function Editing({ written }: { readonly written: BeingWritten }) {
  const { t } = useTranslation();
  const { slug = '' } = useParams();
  const { amendment, proposal } = written;
  const back = `/f/${slug}/amendments/${amendment.id}`;
  const begun = useRef(false);
  if (amendment.abilities.edit) begun.current = true;
  return (
    <Page
      width="wide"
      title={t(amendment.conflicts.length > 0 ? 'amending.settle' : 'amending.edit')}
      above={
        <Link to={back}>{t('amending.of', { number: amendment.number, proposal: proposal.number })}</Link>
      }
    >
      {begun.current ? (
        <EditForm written={written} back={back} />
      ) : (
        <Empty
          title={t('amending.not-editable')}
          action={<ButtonLink to={back}>{t('do.back')}</ButtonLink>}
        />
      )}
    </Page>
  );
}

function EditForm({ written, back }: { readonly written: BeingWritten; readonly back: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toast = useToast();
  const show = useShowAmendment();
  const editor = useRef<Writing>(null);
  const { lang } = written.proposal;
  const writing = useSuggesting(written, ({ paragraphs }) => editor.current?.replace(paragraphs));
  const { value, change, autosave, standing, last, aside } = writing;
  const problem = useFieldProblems(standing.error);
  const settling = written.amendment.conflicts.length > 0;
  const drafted = written.amendment.state === 'draft';
  const submit = useWrite(
    ({ id, version }: AmendmentView) => post<AmendmentView>(`/amendments/${id}/submit`, { version }),
    ['amendment'],
    (answer) => {
      show(answer);
      toast(t('amending.done-submit'));
      void navigate(back, { replace: true });
    },
  );
  const takeOver = (next: Suggested) => {
    change(next);
    editor.current?.replace(next.paragraphs);
  };
  const [finishing, setFinishing] = useState(false);
  const save = async (submits: boolean) => {
    setFinishing(true);
    await autosave.save();
    setFinishing(false);
    if (autosave.state().state !== 'saved') return;
    if (submits) submit.mutate(last.current);
    else void navigate(back, { replace: true });
  };
  const submits = drafted && !settling;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!finishing && !submit.isPending) void save(submits);
  };
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      {standing.theirs && (
        <Theirs
          theirs={standing.theirs}
          value={value}
          lang={lang}
          onBring={(next) => {
            takeOver(next);
            autosave.keepMine();
          }}
          onKeepMine={() => autosave.keepMine()}
          onTakeTheirs={() => writing.setAside(autosave.takeTheirs())}
        />
      )}
      {writing.replaced && !aside && <Notice>{t('save.replaced')}</Notice>}
      <AsideNote
        aside={aside && { ...NOTHING, title: aside.reason, paragraphs: aside.paragraphs }}
        lang={lang}
        onBack={() => {
          if (aside) takeOver(bring(aside, baseOf(written.proposal, written.parent)));
          writing.setAside(null);
        }}
        onDrop={() => writing.setAside(null)}
      />
      <SuggestFields lang={lang} value={value} onChange={change} editor={editor} problem={problem} />
      <Refusal error={standing.error ?? submit.error} />
      <div className="save-bar">
        <Button
          type="submit"
          look="primary"
          isDisabled={value.left.length > 0}
          isPending={finishing || submit.isPending}
        >
          {t(submits ? 'amending.submit' : settling ? 'amending.settled' : 'do.save')}
        </Button>
        {submits && (
          <Button onPress={() => !finishing && void save(false)}>{t('amending.save-draft')}</Button>
        )}
        <ButtonLink look="quiet" to={back}>
          {t('do.back')}
        </ButtonLink>
        {standing.state === 'incomplete' ? (
          <p className="save-note">{t('amending.incomplete')}</p>
        ) : (
          <SaveNote standing={standing} bySelf={!settling} />
        )}
      </div>
    </form>
  );
}

/** It was changed meanwhile: the text that it is made in moved on, or it was written elsewhere too. */
function Theirs(props: {
  readonly theirs: BeingWritten;
  readonly value: Suggested;
  readonly lang: string;
  readonly onBring: (value: Suggested) => void;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}) {
  const { t } = useTranslation();
  const { theirs, value, lang } = props;
  const now = baseOf(theirs.proposal, theirs.parent);
  if (hasMoved(value, now)) return <MovedNote value={value} now={now} lang={lang} onBring={props.onBring} />;
  const other = suggestedIn(theirs);
  return (
    <section className="card" aria-labelledby="both-texts">
      <div role="alert" className="notice notice-waiting">
        <h2 id="both-texts" className="card-title">
          {t('both.title')}
        </h2>
        <p>{t('amending.both')}</p>
      </div>
      <ParagraphDifferences
        before={withWords(other.paragraphs)}
        after={withWords(value.paragraphs)}
        lang={lang}
        onlyChanges
        sides={[t('both.theirs'), t('amending.mine')]}
      />
      <div className="actions">
        <Button look="primary" onPress={props.onKeepMine}>
          {t('both.keep-mine')}
        </Button>
        <Button onPress={props.onTakeTheirs}>{t('both.take-theirs')}</Button>
      </div>
    </section>
  );
}
