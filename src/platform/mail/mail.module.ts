import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Mail } from './mail.entity.js';
import { Mailer } from './mailer.js';

@Global()
@Module({ imports: [TypeOrmModule.forFeature([Mail])], providers: [Mailer], exports: [Mailer] })
export class MailModule {}
