import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForAccounts } from '../platform/http/openapi-security.js';
import { Asking, type Reader } from '../platform/http/reader.js';
import { MovePollDto, OfferProxyDto } from './poll.dto.js';
import type { ProxyView } from './proxies.contract.js';
import { Proxies } from './proxies.service.js';
import type { ProxyMove } from './proxy.states.js';

@ApiTags('voting')
@Controller('api/v1')
export class ProxiesController {
  constructor(private readonly proxies: Proxies) {}

  @ForAccounts()
  @Get('forums/:slug/proxies')
  list(@Asking() reader: Reader, @Param('slug') slug: string): Promise<ProxyView[]> {
    return this.proxies.list(reader, slug);
  }

  @Post('forums/:slug/proxies')
  async offer(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Body() body: OfferProxyDto,
  ): Promise<ProxyView> {
    return this.proxies.show(reader, await this.proxies.offerProxy(reader, slug, body));
  }

  @Post('proxies/:id/accept')
  @HttpCode(200)
  accept(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: MovePollDto,
  ): Promise<ProxyView> {
    return this.moved(reader, id, 'accept', version);
  }

  @Post('proxies/:id/decline')
  @HttpCode(200)
  decline(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: MovePollDto,
  ): Promise<ProxyView> {
    return this.moved(reader, id, 'decline', version);
  }

  @Post('proxies/:id/revoke')
  @HttpCode(200)
  revoke(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: MovePollDto,
  ): Promise<ProxyView> {
    return this.moved(reader, id, 'revoke', version);
  }

  private async moved(reader: Reader, id: string, move: ProxyMove, version: number): Promise<ProxyView> {
    await this.proxies.moveProxy(reader, id, move, version);
    return this.proxies.show(reader, id);
  }
}
