import { Module } from '@nestjs/common';
import { VotingModule } from '../../voting/voting.module.js';
import { SampleForum } from './sample-forum.js';

@Module({ imports: [VotingModule], providers: [SampleForum], exports: [SampleForum] })
export class SampleModule {}
