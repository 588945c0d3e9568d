import type { AppealSummary } from '../../../../src/appeal/appeal.contract.js';
import type { ThreadSummary } from '../../../../src/discussion/discussion.contract.js';
import type { ProposalSummary } from '../../../../src/proposals/proposals.contract.js';
import type { PollView } from '../../../../src/voting/polls.contract.js';

interface Row {
  readonly id: string;
  readonly at: string;
  /** Below the forum's own address; a published appeal has the server's. */
  readonly path: string;
}
export type News =
  | (Row & { readonly kind: 'appeal'; readonly appeal: AppealSummary })
  | (Row & { readonly kind: 'poll'; readonly poll: PollView })
  | (Row & { readonly kind: 'proposal'; readonly proposal: ProposalSummary })
  | (Row & { readonly kind: 'thread'; readonly thread: ThreadSummary });

/** The newest of what is known, of all kinds, at most `count`; a list that has not come yet counts as empty. */
export function newest(
  count: number,
  polls: readonly PollView[] = [],
  proposals: readonly ProposalSummary[] = [],
  threads: readonly ThreadSummary[] = [],
  appeals: readonly AppealSummary[] = [],
): News[] {
  const all: News[] = [
    ...polls.map((poll) => ({
      kind: 'poll' as const,
      id: poll.id,
      at: poll.publishedAt ?? '',
      path: `polls/${poll.id}`,
      poll,
    })),
    ...proposals.map((proposal) => ({
      kind: 'proposal' as const,
      id: proposal.id,
      at: proposal.createdAt,
      path: `proposals/${proposal.id}`,
      proposal,
    })),
    ...threads.map((thread) => ({
      kind: 'thread' as const,
      id: thread.id,
      at: thread.activeAt,
      path: `discussion/${thread.id}`,
      thread,
    })),
    ...appeals.map((appeal) => ({
      kind: 'appeal' as const,
      id: appeal.id,
      at: appeal.publishedAt ?? '',
      path: appeal.page ?? '',
      appeal,
    })),
  ];
  return all
    .filter(({ at }) => at)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, count);
}
