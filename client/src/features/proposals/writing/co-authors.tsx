import './writing.css';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isolated } from '../../../../../src/kernel/localized.js';
import type { InviteCoAuthor, ProposalView } from '../../../../../src/proposals/proposals.contract.js';
import { del, post } from '../../../lib/api.js';
import { useSeat } from '../../../lib/me.js';
import { useWrite } from '../../../lib/use-write.js';
import { Author } from '../../../ui/author.js';
import { Button } from '../../../ui/button.js';
import { Notice, Refusal } from '../../../ui/feedback.js';
import { lazily } from '../../../ui/lazily.js';
import { Section } from '../../../ui/page.js';
import { useToast } from '../../../ui/toast.js';
import { useShowProposal } from '../queries.js';

const InviteSearch = lazily(() => import('./invite-search.js'), 'writing');
const LeaveDialog = lazily(() => import('./leave-dialog.js'), 'writing');

interface CoAuthorsProps {
  readonly slug: string;
  readonly proposal: ProposalView;
}

/** Who signs with the author: the question to whom was asked, whom the authors asked, asking others, leaving. */
export default function CoAuthors({ slug, proposal }: CoAuthorsProps) {
  const { t } = useTranslation();
  const { abilities, invited } = proposal;
  if (abilities.answerInvitation) return <Answer slug={slug} proposal={proposal} />;
  if (!abilities.invite && !abilities.leave) return null;
  return (
    <Section title={t('co-authors.title')}>
      {invited.length > 0 && (
        <>
          <p>{t('co-authors.asked')}</p>
          <ul className="rows cards">
            {invited.map((each) => (
              <li key={each.id} className="co-author">
                <Author author={each} />
                <TakeBack proposal={proposal} person={each} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="co-author-deeds">
        {abilities.invite && <Invite slug={slug} proposal={proposal} />}
        {abilities.leave && <Leave slug={slug} proposal={proposal} />}
      </div>
    </Section>
  );
}

/** The one who was asked says yes or no. */
function Answer({ slug, proposal }: CoAuthorsProps) {
  const { t } = useTranslation();
  const show = useShowProposal();
  const accept = useWrite(() => post<ProposalView>(`/proposals/${proposal.id}/co-authors/accept`), [], show);
  const decline = useLeave({ slug, proposal });
  return (
    <Notice tone="waiting">
      <strong>{t('co-authors.question')}</strong>
      <span>{t('co-authors.question-text')}</span>
      <div className="actions">
        <Button look="primary" isPending={accept.isPending} onPress={() => accept.mutate()}>
          {t('co-authors.accept')}
        </Button>
        <Button isPending={decline.isPending} onPress={() => decline.mutate()}>
          {t('co-authors.decline')}
        </Button>
      </div>
      <Refusal error={accept.error ?? decline.error} />
    </Notice>
  );
}

function Invite({ slug, proposal }: CoAuthorsProps) {
  const { t } = useTranslation();
  const show = useShowProposal();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const invite = useWrite(
    (participantId: string) =>
      post<ProposalView>(`/proposals/${proposal.id}/co-authors`, {
        participantId,
        version: proposal.version,
      } satisfies InviteCoAuthor),
    ['proposal'],
    (answer) => {
      show(answer);
      setOpen(false);
      toast(t('co-authors.invited'));
    },
  );
  const known = new Set(
    [proposal.author, ...proposal.coAuthors, ...proposal.invited].flatMap((each) => each?.id ?? []),
  );
  return (
    <div className="stack stack-tight">
      <div className="actions">
        <Button onPress={() => setOpen(!open)}>{t(open ? 'do.cancel' : 'co-authors.invite')}</Button>
      </div>
      {open && (
        <Suspense>
          <InviteSearch slug={slug} known={known} onPick={(person) => invite.mutate(person)} />
        </Suspense>
      )}
      <Refusal error={invite.error} />
    </div>
  );
}

function TakeBack({
  proposal,
  person,
}: {
  readonly proposal: ProposalView;
  readonly person: ProposalView['invited'][number];
}) {
  const { t } = useTranslation();
  const back = useWrite(() => del(`/proposals/${proposal.id}/co-authors/${person.id}`), ['proposal']);
  return (
    <>
      <Button
        look="quiet"
        aria-label={t('co-authors.take-back-from', { name: isolated(person.name) })}
        isPending={back.isPending}
        onPress={() => back.mutate()}
      >
        {t('co-authors.take-back')}
      </Button>
      <Refusal error={back.error} />
    </>
  );
}

function Leave({ slug, proposal }: CoAuthorsProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const leave = useLeave({ slug, proposal });
  return (
    <>
      <Button look="danger" onPress={() => setAsked(true)}>
        {t('co-authors.leave')}
      </Button>
      {asked && (
        <Suspense>
          <LeaveDialog
            isPending={leave.isPending}
            error={leave.error}
            onConfirm={() => leave.mutate()}
            onClose={() => setAsked(false)}
          />
        </Suspense>
      )}
    </>
  );
}

/** What has not been admitted cannot be seen any more by whom it does not concern any more. */
function useLeave({ slug, proposal }: CoAuthorsProps) {
  const navigate = useNavigate();
  const me = useSeat(slug)?.participantId;
  const hidden = ['draft', 'submitted', 'returned'].includes(proposal.state);
  return useWrite(async () => {
    await del(`/proposals/${proposal.id}/co-authors/${me}`);
    if (hidden) await navigate(`/f/${slug}/proposals`, { replace: true });
  }, ['proposal']);
}
