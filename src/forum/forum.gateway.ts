import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { forumRoom, RealtimeGateway } from '../platform/realtime/realtime.gateway.js';
import { ForumAccess } from './forum-access.js';

export class WatchDto {
  @IsString()
  @MaxLength(60)
  @ApiProperty()
  slug: string;
}

/** Who may read a forum may watch it: hints name ids only, and each fetch is asked for permission anew. */
@Injectable()
export class ForumGateway {
  constructor(realtime: RealtimeGateway, access: ForumAccess) {
    realtime.on('forum.watch', WatchDto, async (reader, { slug }, socket) => {
      const { forum } = await access.enter(reader, slug);
      await socket.join(forumRoom(forum.id));
      return { forumId: forum.id };
    });
    realtime.on('forum.unwatch', WatchDto, async (reader, { slug }, socket) => {
      const { forum } = await access.enter(reader, slug);
      await socket.leave(forumRoom(forum.id));
      return { forumId: forum.id };
    });
  }
}
