import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { VotingModule } from '../voting/voting.module.js';
import { Endorsement } from './endorsement.entity.js';
import { Endorsements } from './endorsements.service.js';
import { Proposal } from './proposal.entity.js';
import { ProposalList } from './proposal-list.js';
import { ProposalSubject } from './proposal-subject.js';
import { ProposalTextRow } from './proposal-text.entity.js';
import { ProposalsController } from './proposals.controller.js';
import { Proposals } from './proposals.service.js';

@Module({
  imports: [VotingModule, TypeOrmModule.forFeature([Proposal, ProposalTextRow, Endorsement])],
  controllers: [ProposalsController],
  providers: [Proposals, ProposalList, Endorsements, ProposalSubject],
  exports: [Proposals, Endorsements],
})
export class ProposalsModule {}
