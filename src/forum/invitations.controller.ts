import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page } from '../kernel/pagination.js';
import { ForAccounts } from '../platform/http/openapi-security.js';
import { PageQuery } from '../platform/http/page.dto.js';
import { Asking, type Reader } from '../platform/http/reader.js';
import type { InvitationView, MailView } from './forum.contract.js';
import { CreateInvitationsDto } from './invitation.dto.js';
import { Invitations } from './invitations.service.js';
import { Outbox } from './outbox.service.js';

@ApiTags('forum')
@ForAccounts()
@Controller('api/v1/forums/:slug')
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly outbox: Outbox,
  ) {}

  @Get('invitations')
  @Header('Cache-Control', 'no-store')
  list(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Query() query: PageQuery,
  ): Promise<Page<InvitationView>> {
    return this.invitations.list(reader, slug, query);
  }

  @Post('invitations')
  @Header('Cache-Control', 'no-store')
  async invite(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Body() body: CreateInvitationsDto,
  ): Promise<{ items: InvitationView[] }> {
    return { items: await this.invitations.invite(reader, slug, body) };
  }

  @Delete('invitations/:id')
  @HttpCode(204)
  revoke(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.invitations.revoke(reader, slug, id);
  }

  @Get('invitations/:id/qr.svg')
  @Header('Content-Type', 'image/svg+xml')
  @Header('Cache-Control', 'no-store')
  qr(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<string> {
    return this.invitations.qr(reader, slug, id);
  }

  @Get('mail')
  @Header('Cache-Control', 'no-store')
  mail(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Query() query: PageQuery,
  ): Promise<Page<MailView>> {
    return this.outbox.list(reader, slug, query);
  }
}
