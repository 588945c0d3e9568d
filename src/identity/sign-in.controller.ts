import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../platform/config/config.js';
import { ForEveryone } from '../platform/http/openapi-security.js';
import { Asking, type Reader } from '../platform/http/reader.js';
import { Accounts } from './accounts.service.js';
import { EmailCodes } from './email-codes.service.js';
import type { Me } from './identity.contract.js';
import { ConfirmCodeDto, LinkSignInDto, PasswordSignInDto, RequestCodeDto } from './identity.dto.js';
import { MyAccount } from './my-account.js';
import { clearCookie, originOf, setCookie } from './origin.js';
import type { PasskeyRequest } from './passkeys/passkeys.contract.js';
import { PasskeySignInDto } from './passkeys/passkeys.dto.js';
import { Passkeys } from './passkeys/passkeys.service.js';
import { SignIns } from './sign-ins.service.js';

@ApiTags('identity')
@ForEveryone()
@Controller('api/v1')
export class SignInController {
  constructor(
    private readonly accounts: Accounts,
    private readonly codes: EmailCodes,
    private readonly passkeys: Passkeys,
    private readonly signIns: SignIns,
    private readonly mine: MyAccount,
    private readonly config: Config,
  ) {}

  @Post('sign-in/code')
  @HttpCode(202)
  askForCode(@Body() { email, locale }: RequestCodeDto): Promise<void> {
    return this.codes.askForSignIn(email, locale);
  }

  @Post('sign-in/code/confirm')
  @HttpCode(200)
  async byCode(
    @Body() { email, code }: ConfirmCodeDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.enter(reply, await this.accounts.signInByCode(email, code, originOf(request)));
  }

  @Post('sign-in/password')
  @HttpCode(200)
  async byPassword(
    @Body() body: PasswordSignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.enter(
      reply,
      await this.accounts.signInByPassword(body.email, body.password, originOf(request)),
    );
  }

  @Post('sign-in/link')
  @HttpCode(200)
  async byLink(
    @Body() { token }: LinkSignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.enter(reply, await this.accounts.signInByLink(token, originOf(request)));
  }

  /** Asks for what the browser needs to have a passkey answer. */
  @Post('sign-in/passkey/begin')
  @HttpCode(200)
  askPasskey(@Req() request: FastifyRequest): Promise<PasskeyRequest> {
    return this.passkeys.beginSignIn(originOf(request).address);
  }

  @Post('sign-in/passkey')
  @HttpCode(200)
  async byPasskey(
    @Body() { answer }: PasskeySignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.enter(reply, await this.accounts.signInByPasskey(answer, originOf(request)));
  }

  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Asking() reader: Reader, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (reader.signInId) await this.signIns.revoke(reader, reader.signInId);
    clearCookie(reply);
  }

  private enter(reply: FastifyReply, token: string): Promise<Me> {
    setCookie(reply, this.config, token);
    return this.mine.behind(token);
  }
}
