import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DiscussionController } from './discussion.controller.js';
import { MentionRow } from './mentions/mention.entity.js';
import { MentionedNames } from './mentions/mentioned-names.js';
import { Mentions } from './mentions/mentions.service.js';
import { Post } from './post.entity.js';
import { Posts } from './posts.service.js';
import { Thread } from './thread.entity.js';
import { ThreadSummaries } from './thread-summaries.service.js';
import { Threads } from './threads.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Thread, Post, MentionRow])],
  controllers: [DiscussionController],
  providers: [ThreadSummaries, Threads, Posts, Mentions, MentionedNames],
  exports: [Threads, Posts, Mentions, MentionedNames],
})
export class DiscussionModule {}
