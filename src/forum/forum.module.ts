import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Seat } from '../identity/identity.contract.js';
import { Seats } from '../identity/seats.js';
import { Authors } from './authors.js';
import { CitiesController } from './cities.controller.js';
import { Cities } from './cities.service.js';
import { City } from './city.entity.js';
import { Delegation } from './delegation.entity.js';
import { Delegations } from './delegations.service.js';
import { EmblemController } from './emblem.controller.js';
import { Emblems } from './emblems.service.js';
import { Forum } from './forum.entity.js';
import { ForumGateway } from './forum.gateway.js';
import { ForumAccess } from './forum-access.js';
import { ForumsController } from './forums.controller.js';
import { Forums } from './forums.service.js';
import { Invitation } from './invitation.entity.js';
import { InvitationCodes } from './invitation-codes.js';
import { InvitationsController } from './invitations.controller.js';
import { Invitations } from './invitations.service.js';
import { JoinController } from './join.controller.js';
import { Joining } from './joining.service.js';
import { Outbox } from './outbox.service.js';
import { Participant } from './participant.entity.js';
import { Participants } from './participants.service.js';
import { PeopleController } from './people.controller.js';
import { Topic } from './topic.entity.js';
import { TopicsController } from './topics.controller.js';
import { Topics } from './topics.service.js';
import { Twinning } from './twinning.entity.js';
import { Twinnings } from './twinnings.service.js';

/** Global, since every room above asks for a reader's standing in the forum. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Forum, Topic, City, Twinning, Delegation, Participant, Invitation])],
  controllers: [
    ForumsController,
    EmblemController,
    TopicsController,
    CitiesController,
    PeopleController,
    InvitationsController,
    JoinController,
  ],
  providers: [
    ForumAccess,
    Authors,
    Forums,
    Emblems,
    Topics,
    Cities,
    Twinnings,
    Delegations,
    Participants,
    InvitationCodes,
    Invitations,
    Joining,
    Outbox,
    ForumGateway,
  ],
  exports: [ForumAccess, Authors],
})
export class ForumModule {
  constructor(seats: Seats, db: DataSource) {
    seats.foundBy((accountId) => seatsOf(db, accountId));
  }
}

async function seatsOf(db: DataSource, accountId: string): Promise<readonly Seat[]> {
  return db
    .createQueryBuilder(Participant, 'p')
    .innerJoin(Forum, 'f', 'f.id = p.forumId')
    .select('p.id', 'participantId')
    .addSelect('p.forumId', 'forumId')
    .addSelect('f.slug', 'forumSlug')
    .addSelect('p.role', 'role')
    .addSelect('p.delegationId', 'delegationId')
    .addSelect('p.head', 'head')
    .where('p.accountId = :accountId AND p.suspendedAt IS NULL', { accountId })
    .orderBy('f.startsOn', 'DESC')
    .getRawMany<Seat>();
}
