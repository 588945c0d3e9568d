import '../writing/writing.css';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type {
  AmendmentView,
  CreateAmendment,
} from '../../../../../src/proposals/amendments/amendments.contract.js';
import type { ProposalView } from '../../../../../src/proposals/proposals.contract.js';
import { useCodeText } from '../../../i18n/i18n.js';
import { post } from '../../../lib/api.js';
import { codeOf } from '../../../lib/api-error.js';
import { useDraft } from '../../../lib/drafts.js';
import { useWrite } from '../../../lib/use-write.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import type { Writing } from '../../../ui/editor/paragraphs-editor.js';
import { Empty } from '../../../ui/feedback.js';
import { DraftNote, Form, useFieldProblems } from '../../../ui/form.js';
import { Page } from '../../../ui/page.js';
import { PageOf } from '../../../ui/page-of.js';
import { useToast } from '../../../ui/toast.js';
import { useProposal } from '../queries.js';
import { bring, hasMoved, isUntouched, MovedNote } from './moved-note.js';
import { useAmendments, useShowAmendment } from './queries.js';
import { SuggestFields } from './suggest-fields.js';
import { baseOf, begun, isEnough, type Suggested, wireOf } from './suggested.js';

/** Suggesting a change to a proposal or, with `?parent=`, to an amendment of it. */
export default function SuggestPage() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const proposal = useProposal(id);
  const list = useAmendments(id);
  const both = proposal.data && list.data && { proposal: proposal.data, list: list.data };
  const waiting = proposal.data ? list : proposal;
  return (
    <PageOf query={{ ...waiting, data: both }}>
      {(found) => {
        const parent = found.list.amendments.find((each) => each.id === search.get('parent')) ?? null;
        const may = parent ? parent.abilities.amend : found.list.abilities.propose;
        return <Suggest key={parent?.id} proposal={found.proposal} parent={parent} may={may} />;
      }}
    </PageOf>
  );
}

function Suggest(props: {
  readonly proposal: ProposalView;
  readonly parent: AmendmentView | null;
  readonly may: boolean;
}) {
  const { t } = useTranslation();
  const { slug = '' } = useParams();
  const { proposal, parent, may } = props;
  const back = parent ? `/f/${slug}/amendments/${parent.id}` : `/f/${slug}/proposals/${proposal.id}`;
  // Whoever was writing when it moved on keeps the form, and with it what was typed.
  const started = useRef(false);
  if (may) started.current = true;
  return (
    <Page
      width="wide"
      title={parent ? t('amending.suggest-to', { number: parent.number }) : t('amending.suggest')}
      above={
        <Link to={back}>
          {parent
            ? t('amending.of', { number: parent.number, proposal: proposal.number })
            : t('proposal.number', { number: proposal.number })}
        </Link>
      }
    >
      {started.current ? (
        <SuggestForm slug={slug} proposal={proposal} parent={parent} back={back} />
      ) : (
        <Empty title={t('amending.closed')} action={<ButtonLink to={back}>{t('do.back')}</ButtonLink>} />
      )}
    </Page>
  );
}

interface FormProps {
  readonly slug: string;
  readonly proposal: ProposalView;
  readonly parent: AmendmentView | null;
  readonly back: string;
}

function SuggestForm({ slug, proposal, parent, back }: FormProps) {
  const { t } = useTranslation();
  const codeText = useCodeText();
  const navigate = useNavigate();
  const toast = useToast();
  const show = useShowAmendment();
  const editor = useRef<Writing>(null);
  const now = useMemo(() => baseOf(proposal, parent), [proposal, parent]);
  const initial = useMemo(() => begun(now), [now]);
  const draft = useDraft<Suggested>(`amendment.new.${proposal.id}.${parent?.id ?? ''}`, initial);
  const { value, change } = draft;
  const moved = hasMoved(value, now);
  const takeOver = (next: Suggested) => {
    change(next);
    editor.current?.replace(next.paragraphs);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where the text moved under a form that nobody typed in
  useEffect(() => {
    if (moved && isUntouched(value)) takeOver(bring(value, now));
  }, [moved]);
  const send = useWrite(
    async (submits: boolean) => {
      const asked: CreateAmendment = {
        ...wireOf(value),
        writtenOn: value.writtenOn,
        ...(parent && { parentId: parent.id }),
      };
      const made = await post<AmendmentView>(`/proposals/${proposal.id}/amendments`, asked);
      return submits ? submitted(made) : { amendment: made, refused: null };
    },
    ['amendment', 'proposal'],
    ({ amendment, refused }, submits) => {
      draft.forget();
      show(amendment);
      if (refused) toast(t('amending.only-saved', { why: codeText('error', codeOf(refused)) }));
      else toast(t(submits ? 'amending.done-submit' : 'amending.saved'));
      void navigate(`/f/${slug}/amendments/${amendment.id}`, { replace: true });
    },
  );
  const problem = useFieldProblems(send.error);
  const ready = isEnough(value) && !moved;
  return (
    <Form
      submit={t('amending.submit')}
      isPending={send.isPending && send.variables}
      error={send.error}
      isDisabled={!ready}
      onSubmit={() => !send.isPending && send.mutate(true)}
      actions={
        <>
          <Button
            isDisabled={!ready}
            isPending={send.isPending && !send.variables}
            onPress={() => !send.isPending && send.mutate(false)}
          >
            {t('amending.save-draft')}
          </Button>
          <ButtonLink look="quiet" to={back}>
            {t('do.back')}
          </ButtonLink>
        </>
      }
    >
      <DraftNote
        restored={draft.restored}
        discard={() => {
          draft.forget();
          editor.current?.replace(initial.paragraphs);
        }}
      />
      {moved && !isUntouched(value) && (
        <MovedNote value={value} now={now} lang={proposal.lang} onBring={takeOver} />
      )}
      <SuggestFields lang={proposal.lang} value={value} onChange={change} editor={editor} problem={problem} />
    </Form>
  );
}

/** Submitted, or kept as a draft with what was said against that. */
async function submitted(made: AmendmentView): Promise<{ amendment: AmendmentView; refused: unknown }> {
  try {
    const { id, version } = made;
    return { amendment: await post<AmendmentView>(`/amendments/${id}/submit`, { version }), refused: null };
  } catch (error) {
    return { amendment: made, refused: error };
  }
}
