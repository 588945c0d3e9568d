import type { Localized } from '../../kernel/localized.js';
import type { AmendmentsView, AmendmentView } from '../amendments/amendments.contract.js';
import type { ProposalView, VersionView } from '../proposals.contract.js';

export const PROPOSAL_EXPORT = { format: 'nidaa.proposal', formatVersion: 1 } as const;

/** An amendment as it is before the forum. Drafts are in nobody's export. */
export interface ExportedAmendment extends Omit<AmendmentView, 'abilities'> {
  readonly submittedAt: string;
}

/** A proposal without what holds for one reader alone. */
export type ExportedProposal = Omit<
  ProposalView,
  'abilities' | 'asksFor' | 'endorsed' | 'followed' | 'invited' | 'versions'
>;

/** A proposal with all that belongs to it, at one moment. */
export interface ProposalExport {
  readonly format: typeof PROPOSAL_EXPORT.format;
  /** Rises when something is left out or means something else; what is added leaves it as it is. */
  readonly formatVersion: typeof PROPOSAL_EXPORT.formatVersion;
  readonly exportedAt: string;
  /** The proposal's page. */
  readonly address: string;
  readonly forum: { readonly slug: string; readonly title: Localized };
  readonly topic: Localized | null;
  /** Cities that it is about. */
  readonly cities: readonly { readonly id: string; readonly name: Localized }[];
  readonly proposal: ExportedProposal;
  /** Every version that was kept, with its texts and which amendments changed what. */
  readonly versions: readonly VersionView[];
  readonly amendments: readonly ExportedAmendment[];
  readonly collisions: AmendmentsView['collisions'];
  readonly proposed: AmendmentsView['proposed'];
  readonly order: AmendmentsView['order'];
}
