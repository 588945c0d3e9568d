import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DiscussionModule } from '../discussion/discussion.module.js';
import { VotingModule } from '../voting/voting.module.js';
import { Amending } from './amendments/amending.js';
import { Amendment } from './amendments/amendment.entity.js';
import { AmendmentList } from './amendments/amendment-list.js';
import { AmendmentOrder } from './amendments/amendment-order.entity.js';
import { AmendmentSubject } from './amendments/amendment-subject.js';
import { AmendmentVotes } from './amendments/amendment-votes.service.js';
import { AmendmentsController } from './amendments/amendments.controller.js';
import { Amendments } from './amendments/amendments.service.js';
import { Attachment } from './attachments/attachment.entity.js';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { Attachments } from './attachments/attachments.service.js';
import { CityEndorsementRow } from './city-endorsement.entity.js';
import { CoAuthor } from './co-author.entity.js';
import { CoAuthors } from './co-authors.service.js';
import { Endorsement } from './endorsement.entity.js';
import { Endorsements } from './endorsements.service.js';
import { Exported } from './exports/exported.js';
import { ProposalExportsController } from './exports/exports.controller.js';
import { ProposalExports } from './exports/exports.service.js';
import { Following } from './following.service.js';
import { Merges } from './merges.service.js';
import { FinishingMerges } from './merging/finishing.service.js';
import { MergeViews } from './merging/merge-view.js';
import { MergingController } from './merging/merging.controller.js';
import { MergeChoiceRow, Merging } from './merging/merging.entity.js';
import { Mergings } from './merging/merging.service.js';
import { Traces } from './merging/traces.service.js';
import { Proposal } from './proposal.entity.js';
import { ProposalAccess } from './proposal-access.js';
import { ProposalList } from './proposal-list.js';
import { ProposalMentions } from './proposal-mentions.service.js';
import { ProposalMoveRow } from './proposal-move.entity.js';
import { ProposalMovesController } from './proposal-moves.controller.js';
import { ProposalMoves } from './proposal-moves.service.js';
import { ProposalPage } from './proposal-page.js';
import { ProposalSteps } from './proposal-steps.js';
import { ProposalSubject } from './proposal-subject.js';
import { ProposalSupportController } from './proposal-support.controller.js';
import { ProposalTextRow } from './proposal-text.entity.js';
import { ProposalVersion, ProposalVersionText } from './proposal-version.entity.js';
import { ProposalsController } from './proposals.controller.js';
import { Proposals } from './proposals.service.js';
import { Similar } from './similar.js';

const ENTITIES = [
  Proposal,
  ProposalTextRow,
  ProposalVersion,
  ProposalVersionText,
  ProposalMoveRow,
  CoAuthor,
  Endorsement,
  CityEndorsementRow,
  Amendment,
  AmendmentOrder,
  Merging,
  MergeChoiceRow,
  Attachment,
];

@Module({
  imports: [VotingModule, DiscussionModule, TypeOrmModule.forFeature(ENTITIES)],
  controllers: [
    ProposalsController,
    ProposalMovesController,
    ProposalSupportController,
    AmendmentsController,
    ProposalExportsController,
    MergingController,
    AttachmentsController,
  ],
  providers: [
    Proposals,
    ProposalAccess,
    ProposalSteps,
    ProposalMoves,
    ProposalMentions,
    ProposalList,
    ProposalPage,
    Merges,
    CoAuthors,
    Endorsements,
    Following,
    Similar,
    ProposalSubject,
    Amending,
    Amendments,
    AmendmentList,
    AmendmentVotes,
    AmendmentSubject,
    Exported,
    ProposalExports,
    Mergings,
    FinishingMerges,
    MergeViews,
    Traces,
    Attachments,
  ],
  exports: [Proposals, ProposalMoves, Endorsements],
})
export class ProposalsModule {}
