import './proposals.css';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { Author } from '../../ui/author.js';
import { Badge } from '../../ui/badge.js';
import { ButtonLink } from '../../ui/button.js';
import { Notice } from '../../ui/feedback.js';
import { lazily } from '../../ui/lazily.js';
import { Page, Section } from '../../ui/page.js';
import { PageOf } from '../../ui/page-of.js';
import { Time } from '../../ui/time.js';
import { useForum } from '../forum/queries.js';
import { TopicName } from '../forum/topic-name.js';
import { PollCard } from '../voting/poll-card.js';
import { usePolls } from '../voting/queries.js';
import { Endorsements } from './endorsements.js';
import { ProposalBody, textFor } from './proposal-body.js';
import { useProposal } from './queries.js';

const CoAuthors = lazily(() => import('./writing/co-authors.js'), 'writing', 'forms');
const ProposalActions = lazily(() => import('./proposal-actions.js'), 'forms');

/** Whether there is anything to do but endorse, which stands with the endorsements. */
const mayAct = ({ abilities: { endorse, ...others } }: ProposalView) => Object.values(others).some(Boolean);

/** One proposal: its text in each language, who supports it, what became of it, what one may do with it. */
export default function ProposalPage() {
  const { id = '', slug = '' } = useParams();
  const proposal = useProposal(id);
  return <PageOf query={proposal}>{(found) => <Proposal slug={slug} proposal={found} />}</PageOf>;
}

function Proposal({ slug, proposal }: { readonly slug: string; readonly proposal: ProposalView }) {
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
      <p className="meta">
        <Author author={proposal.author} imported={proposal.imported} />
        <Time at={proposal.createdAt} />
      </p>
      <Standing slug={slug} proposal={proposal} />
      <ProposalBody proposal={proposal} />
      {(proposal.abilities.answerInvitation || proposal.abilities.leave || proposal.abilities.invite) && (
        <Suspense>
          <CoAuthors slug={slug} proposal={proposal} />
        </Suspense>
      )}
      {mayAct(proposal) && (
        <Suspense>
          <ProposalActions slug={slug} proposal={proposal} />
        </Suspense>
      )}
      {proposal.state !== 'draft' && <Endorsements proposal={proposal} />}
      <Votes slug={slug} id={proposal.id} />
    </Page>
  );
}

/** What the present state means and what comes next, where the state's name alone does not say it. */
function Standing({ slug, proposal }: { readonly slug: string; readonly proposal: ProposalView }) {
  const { t } = useTranslation();
  const { state, moves, abilities } = proposal;
  const reason = moves.at(-1)?.reason;
  if (state === 'draft') return <Notice>{t('proposal.about-draft')}</Notice>;
  if (state === 'returned')
    return (
      <Notice tone="waiting">
        <strong>{t('proposal.about-returned')}</strong>
        {reason && <span dir="auto">{reason}</span>}
        {abilities.edit && (
          <div className="actions">
            <ButtonLink to={`/f/${slug}/proposals/${proposal.id}/edit`}>{t('do.edit')}</ButtonLink>
          </div>
        )}
      </Notice>
    );
  if (state === 'submitted') return <Notice>{t('proposal.about-submitted')}</Notice>;
  if (state === 'withdrawn')
    return (
      <Notice>
        <span>{t('proposal.about-withdrawn')}</span>
        {reason && <span dir="auto">{reason}</span>}
      </Notice>
    );
  if (state === 'voted') return <Notice>{t('proposal.about-voted')}</Notice>;
  return null;
}

function Votes({ slug, id }: { readonly slug: string; readonly id: string }) {
  const { t } = useTranslation();
  const polls = usePolls(slug, { subject: id }).items ?? [];
  if (polls.length === 0) return null;
  return (
    <Section title={t('poll.of-proposal')}>
      <ul className="rows cards">
        {polls.map((poll) => (
          <li key={poll.id}>
            <PollCard slug={slug} poll={poll} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
