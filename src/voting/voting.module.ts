import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BallotBox } from './ballot-box.js';
import { BallotChanges } from './ballot-changes.js';
import { BoxSweep } from './box-sweep.js';
import { Confirmations } from './confirmations.service.js';
import { Counter } from './counter.js';
import { HandCounts } from './hand-counts.service.js';
import { Poll } from './poll.entity.js';
import { PollList } from './poll-list.js';
import { PollMoves } from './poll-moves.js';
import { PollSubjects } from './poll-subjects.js';
import { PollsController } from './polls.controller.js';
import { Polls } from './polls.service.js';
import { ProxiesController } from './proxies.controller.js';
import { Proxies } from './proxies.service.js';
import { ProxyRow } from './proxy.entity.js';
import { Records } from './records.js';
import { Rehearsal } from './rehearsal.entity.js';
import { Rehearsals } from './rehearsals.service.js';
import { Roll } from './roll.js';
import { RollList } from './roll-list.js';
import { Round } from './round.entity.js';
import { RoundTerms } from './round-terms.js';
import { RoundsController } from './rounds.controller.js';
import { Rounds } from './rounds.service.js';
import { Turnout } from './turnout.js';
import { VotingGateway } from './voting.gateway.js';
import { VotingProcessor } from './voting.processor.js';

@Module({
  imports: [TypeOrmModule.forFeature([Poll, Round, ProxyRow, Rehearsal])],
  controllers: [PollsController, RoundsController, ProxiesController],
  providers: [
    Polls,
    PollMoves,
    PollList,
    PollSubjects,
    Rounds,
    RoundTerms,
    Roll,
    RollList,
    BallotBox,
    BallotChanges,
    BoxSweep,
    Counter,
    Confirmations,
    HandCounts,
    Proxies,
    Records,
    Rehearsals,
    Turnout,
    VotingGateway,
    VotingProcessor,
  ],
  exports: [Polls, PollSubjects, Records, Turnout],
})
export class VotingModule {}
