import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Seat } from '../identity/identity.contract.js';
import { Seats } from '../identity/seats.js';
import { Authors } from './authors.js';
import { City } from './city.entity.js';
import { Delegation } from './delegation.entity.js';
import { Forum } from './forum.entity.js';
import { ForumGateway } from './forum.gateway.js';
import { ForumAccess } from './forum-access.js';
import { ForumsController } from './forums.controller.js';
import { Forums } from './forums.service.js';
import { Invitation } from './invitation.entity.js';
import { Participant } from './participant.entity.js';
import { Topic } from './topic.entity.js';
import { Twinning } from './twinning.entity.js';

/** Global, since every room above asks for a reader's standing in the forum. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Forum, Topic, City, Twinning, Delegation, Participant, Invitation])],
  controllers: [ForumsController],
  providers: [ForumAccess, Authors, Forums, ForumGateway],
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
