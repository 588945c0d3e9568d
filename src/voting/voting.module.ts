import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Ballot } from './ballot.entity.js';
import { BallotBox } from './ballot-box.js';
import { Poll } from './poll.entity.js';
import { PollList } from './poll-list.js';
import { PollSubjects } from './poll-subjects.js';
import { PollsController } from './polls.controller.js';
import { Polls } from './polls.service.js';
import { Roll } from './roll.js';
import { RollEntry } from './roll-entry.entity.js';
import { Turnout } from './turnout.js';
import { VotingGateway } from './voting.gateway.js';

@Module({
  imports: [TypeOrmModule.forFeature([Poll, RollEntry, Ballot])],
  controllers: [PollsController],
  providers: [Polls, PollList, PollSubjects, BallotBox, Roll, Turnout, VotingGateway],
  exports: [Polls, PollSubjects, Turnout],
})
export class VotingModule {}
