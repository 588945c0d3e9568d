import './amending.css';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { AmendmentsView } from '../../../../../src/proposals/amendments/amendments.contract.js';
import type { ProposalView } from '../../../../../src/proposals/proposals.contract.js';
import { Empty } from '../../../ui/feedback.js';
import { Written } from '../../../ui/lang-text.js';
import { lazily } from '../../../ui/lazily.js';
import { Page } from '../../../ui/page.js';
import { PageOf } from '../../../ui/page-of.js';
import { useProposal } from '../queries.js';
import { Counts } from './amendments-block.js';
import { BulkBar } from './bulk-bar.js';
import { Groups } from './groups.js';
import { MeanwhileNote } from './meanwhile-note.js';
import { toVote } from './order.js';
import { OrderEditor } from './order-editor.js';
import { PublishedOrder } from './published-order.js';
import { useAmendments } from './queries.js';

const PrepareVotes = lazily(() => import('./prepare-votes.js'), 'manage', 'chairing', 'terms', 'forms');

/** All amendments of a proposal: where they collide, deciding several at once, the order of voting, the votes. */
export default function HandlingPage() {
  const { id = '' } = useParams();
  const proposal = useProposal(id);
  const list = useAmendments(id);
  const both = proposal.data && list.data && { proposal: proposal.data, list: list.data };
  const waiting = proposal.data ? list : proposal;
  return <PageOf<Found> query={{ ...waiting, data: both }}>{(found) => <Handling {...found} />}</PageOf>;
}

interface Found {
  readonly proposal: ProposalView;
  readonly list: AmendmentsView;
}

function Handling({ proposal, list }: Found) {
  const { t } = useTranslation();
  const { slug = '' } = useParams();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [seen, setSeen] = useState(list);
  const may = { accept: false, reject: false };
  for (const { abilities } of list.amendments) {
    may.accept ||= abilities.accept;
    may.reject ||= abilities.reject;
  }
  const waiting = toVote(list);
  return (
    <Page
      width="wide"
      title={t('amending.title')}
      above={
        <>
          <Link to={`/f/${slug}/proposals/${proposal.id}`}>
            {t('proposal.number', { number: proposal.number })}
          </Link>
          <Written lang={proposal.titleLang}>{proposal.title}</Written>
        </>
      }
    >
      {list.amendments.length === 0 ? (
        <Empty title={t('amending.none')} />
      ) : (
        <>
          <Counts amendments={list.amendments} />
          <MeanwhileNote before={seen} now={list} onSeen={() => setSeen(list)} />
          <PublishedOrder slug={slug} list={list} />
          <Groups
            slug={slug}
            proposal={proposal}
            list={list}
            chosen={chosen}
            onChoose={may.accept || may.reject ? setChosen : null}
          />
          {(may.accept || may.reject) && (
            <BulkBar
              proposalId={proposal.id}
              list={list}
              chosen={chosen}
              may={may}
              onDone={(answer) => {
                setChosen([]);
                setSeen(answer);
              }}
            />
          )}
          {list.abilities.order && waiting.length > 0 && (
            <>
              <OrderEditor proposalId={proposal.id} list={list} onDone={setSeen} />
              <Suspense>
                <PrepareVotes slug={slug} proposalId={proposal.id} list={list} onDone={setSeen} />
              </Suspense>
            </>
          )}
        </>
      )}
    </Page>
  );
}
