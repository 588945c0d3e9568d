import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TopicView } from '../../../../src/forum/forum.contract.js';
import type { ProposalSummary } from '../../../../src/proposals/proposals.contract.js';
import { Author } from '../../ui/author.js';
import { Badge } from '../../ui/badge.js';
import { Written } from '../../ui/lang-text.js';
import { Time } from '../../ui/time.js';
import { TopicName } from '../forum/topic-name.js';

/** One proposal in a list. */
export function ProposalCard(props: {
  readonly slug: string;
  readonly proposal: ProposalSummary;
  readonly topics: readonly TopicView[];
  /** Below a heading of the second level it is one of the third. */
  readonly level?: 'h2' | 'h3';
}) {
  const { t } = useTranslation();
  const { slug, proposal, topics, level: Title = 'h2' } = props;
  return (
    <div className="card card-link">
      <p className="meta">
        <span>{t('proposal.number', { number: proposal.number })}</span>
        <Badge kind="proposal" state={proposal.state} />
        <TopicName topics={topics} id={proposal.topicId} />
      </p>
      <Title className="card-title">
        <Link to={`/f/${slug}/proposals/${proposal.id}`}>
          <Written lang={proposal.titleLang}>{proposal.title}</Written>
        </Link>
      </Title>
      <p className="meta">
        <Author author={proposal.author} imported={proposal.imported} />
        <Time at={proposal.createdAt} />
        <Support proposal={proposal} />
      </p>
    </div>
  );
}

/** How many support it; figures of another platform are named as such, never added in silence. */
export function Support({ proposal }: { readonly proposal: ProposalSummary }) {
  const { t } = useTranslation();
  return (
    <>
      <span>{t('proposal.endorsements', { count: proposal.endorsements })}</span>
      {proposal.endorsingCities > 0 && (
        <span>{t('proposal.endorsing-cities', { count: proposal.endorsingCities })}</span>
      )}
      {proposal.importedSupport > 0 && (
        <span>{t('proposal.imported-support', { count: proposal.importedSupport })}</span>
      )}
    </>
  );
}
