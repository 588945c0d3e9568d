import type { PollView } from '../../../../src/voting/polls.contract.js';
import { Loading } from '../../ui/feedback.js';
import { AmendmentChanges } from './amendments/amendment-changes.js';
import { useAmendment } from './amendments/queries.js';
import { baseOf } from './amendments/suggested.js';
import ProposalBody from './proposal-body.js';
import { useProposal } from './queries.js';

/** What is before the voters: a proposal whole, or what an amendment changes in one. */
export default function VotedText({ subject: { kind, id } }: { readonly subject: Subject }) {
  return kind === 'amendment' ? <Changes id={id} /> : <Whole id={id} />;
}

type Subject = NonNullable<PollView['subject']>;

function Whole({ id }: { readonly id: string }) {
  const proposal = useProposal(id).data;
  return proposal ? <ProposalBody proposal={proposal} withTitle /> : <Loading />;
}

function Changes({ id }: { readonly id: string }) {
  const amendment = useAmendment(id).data;
  const proposal = useProposal(amendment?.proposalId ?? '', amendment !== undefined).data;
  if (!amendment || !proposal) return <Loading />;
  const { parentId, changes } = amendment;
  const base = parentId === null ? baseOf(proposal, null).base : undefined;
  return <AmendmentChanges lang={proposal.lang} base={base} changes={changes} />;
}
