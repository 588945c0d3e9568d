import './proposals.css';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ProposalAbilities, ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { lazily } from '../../ui/lazily.js';
import { Page } from '../../ui/page.js';
import { PageOf } from '../../ui/page-of.js';
import { Time } from '../../ui/time.js';
import { WhenNear } from '../../ui/when-near.js';
import { useForum } from '../forum/queries.js';
import { TopicName } from '../forum/topic-name.js';
import { PollsOn } from '../voting/polls-on.js';
import { AskedEndorser, Endorsements } from './endorsements.js';
import ProposalBody, { textFor } from './proposal-body.js';
import { useProposal } from './queries.js';
import { SignedBy } from './signed-by.js';
import { Standing } from './standing.js';

const Amendments = lazily(() => import('./amendments/amendments-block.js'), 'story');
const Attachments = lazily(() => import('./attachments/attachments-block.js'), 'files');
const CoAuthors = lazily(() => import('./writing/co-authors.js'), 'writing', 'forms');
const Exporting = lazily(() => import('./exporting.js'), 'exporting');
const ProposalActions = lazily(() => import('./proposal-actions.js'), 'handling');
const ProposalStory = lazily(() => import('./proposal-story.js'), 'story');

/** What is done elsewhere on the page: with the endorsements, or below. */
const ELSEWHERE: readonly (keyof ProposalAbilities)[] = ['attach', 'endorse', 'endorseForCity', 'follow'];
const mayAct = ({ abilities }: ProposalView) =>
  (Object.keys(abilities) as (keyof ProposalAbilities)[]).some(
    (each) => abilities[each] && !ELSEWHERE.includes(each),
  );

/** One proposal: its text in each language, who stands behind it, what became of it, what one may do with it. */
export default function ProposalPage() {
  const { id = '', slug = '' } = useParams();
  const proposal = useProposal(id);
  return <PageOf query={proposal}>{(found) => <Proposal slug={slug} proposal={found} />}</PageOf>;
}

interface Props {
  readonly slug: string;
  readonly proposal: ProposalView;
}

function Proposal({ slug, proposal }: Props) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const topics = useForum(slug).data?.topics ?? [];
  const text = textFor(proposal, lang);
  return (
    <Page
      title={text?.title ?? proposal.title}
      titleLang={text?.lang ?? proposal.titleLang}
      above={
        <>
          <span>{t('proposal.number', { number: proposal.number })}</span>
          <Badge kind="proposal" state={proposal.state} />
          <TopicName topics={topics} id={proposal.topicId} />
        </>
      }
    >
      <SignedBy slug={slug} proposal={proposal} />
      <Standing slug={slug} proposal={proposal} />
      <AskedEndorser proposal={proposal} />
      <ProposalBody proposal={proposal} />
      {proposal.attachments.length > 0 && (
        <Suspense>
          <Attachments proposal={proposal} />
        </Suspense>
      )}
      <Imprint slug={slug} proposal={proposal} />
      <Signing slug={slug} proposal={proposal} />
      {mayAct(proposal) && (
        <Suspense>
          <ProposalActions slug={slug} proposal={proposal} />
        </Suspense>
      )}
      {proposal.state !== 'draft' && <Endorsements slug={slug} proposal={proposal} />}
      <PollsOn slug={slug} subject={proposal.id} title={t('poll.of-proposal')} />
      <WhenNear>
        {proposal.state !== 'draft' && (
          <Suspense>
            <Amendments slug={slug} proposal={proposal} />
          </Suspense>
        )}
        <Suspense>
          <ProposalStory slug={slug} proposal={proposal} />
        </Suspense>
        <Suspense>
          <Exporting proposal={proposal} />
        </Suspense>
      </WhenNear>
    </Page>
  );
}

/** Who is asked to sign sees the question; what the authors can do about it comes when they ask for it. */
function Signing({ slug, proposal }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { answerInvitation, invite, leave } = proposal.abilities;
  if (answerInvitation || open)
    return (
      <Suspense>
        <CoAuthors slug={slug} proposal={proposal} />
      </Suspense>
    );
  if (!invite && !leave) return null;
  return (
    <div className="actions">
      <Button look="quiet" onPress={() => setOpen(true)}>
        {t('reading.signing')}
      </Button>
    </div>
  );
}

/** What a sheet of paper has to say of itself: which version it is, and where the proposal stands. */
function Imprint({ slug, proposal }: Props) {
  const { t } = useTranslation();
  const last = proposal.versions.at(-1);
  return (
    <p className="imprint">
      {last && (
        <span>
          {t('reading.version', { number: last.number })}, <Time at={last.at} show="date" />
        </span>
      )}
      <bdi dir="ltr">{new URL(`/f/${slug}/proposals/${proposal.id}`, window.location.href).href}</bdi>
    </p>
  );
}
