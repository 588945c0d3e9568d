import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Me } from '../identity/identity.contract.js';
import { MyAccount } from '../identity/my-account.js';
import { originOf, setCookie } from '../identity/origin.js';
import { Config } from '../platform/config/config.js';
import { ForEveryone } from '../platform/http/openapi-security.js';
import { Asking, type Reader } from '../platform/http/reader.js';
import type { InvitationPreview } from './forum.contract.js';
import { CodeDto, JoinForumDto } from './invitation.dto.js';
import { Joining } from './joining.service.js';

@ApiTags('forum')
@ForEveryone()
@Controller('api/v1/join')
export class JoinController {
  constructor(
    private readonly joining: Joining,
    private readonly mine: MyAccount,
    private readonly config: Config,
  ) {}

  @Post('preview')
  @HttpCode(200)
  preview(@Body() { code }: CodeDto, @Req() request: FastifyRequest): Promise<InvitationPreview> {
    return this.joining.preview(code, originOf(request).address);
  }

  @Post()
  @HttpCode(200)
  async join(
    @Asking() reader: Reader,
    @Body() body: JoinForumDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ me: Me; slug: string }> {
    const { token, slug } = await this.joining.join(reader, body, originOf(request));
    if (token) setCookie(reply, this.config, token);
    return { me: await (token ? this.mine.behind(token) : this.mine.of(reader)), slug };
  }
}
