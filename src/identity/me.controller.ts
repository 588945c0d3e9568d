import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForAccounts } from '../platform/http/openapi-security.js';
import { Asking, accountOf, type Reader } from '../platform/http/reader.js';
import { Accounts } from './accounts.service.js';
import { ApiTokens } from './api-tokens.service.js';
import { byPerson } from './identity.abilities.js';
import type { ApiTokenView, Me, NewApiToken, SignInView } from './identity.contract.js';
import {
  ChangePasswordDto,
  ConfirmCodeDto,
  CreateApiTokenDto,
  RequestEmailDto,
  UpdateMeDto,
} from './identity.dto.js';
import { presentApiToken, presentSignIn } from './identity.presenter.js';
import { MyAccount } from './my-account.js';
import { SignIns } from './sign-ins.service.js';

@ApiTags('identity')
@Controller('api/v1/me')
export class MeController {
  constructor(
    private readonly accounts: Accounts,
    private readonly signIns: SignIns,
    private readonly tokens: ApiTokens,
    private readonly mine: MyAccount,
  ) {}

  @Get()
  me(@Asking() reader: Reader): Promise<Me> {
    return this.mine.of(reader);
  }

  @Patch()
  async update(@Asking() reader: Reader, @Body() body: UpdateMeDto): Promise<Me> {
    await this.accounts.update(reader, body);
    return this.mine.of(reader);
  }

  @Put('password')
  @HttpCode(204)
  changePassword(@Asking() reader: Reader, @Body() body: ChangePasswordDto): Promise<void> {
    return this.accounts.changePassword(byPerson(reader), body);
  }

  @Post('email')
  @HttpCode(202)
  askForAddress(@Asking() reader: Reader, @Body() { email }: RequestEmailDto): Promise<void> {
    return this.accounts.askForAddress(byPerson(reader), email);
  }

  @Post('email/confirm')
  @HttpCode(200)
  async confirmAddress(@Asking() reader: Reader, @Body() { email, code }: ConfirmCodeDto): Promise<Me> {
    await this.accounts.confirmAddress(byPerson(reader), email, code);
    return this.mine.of(reader);
  }

  @Get('sign-ins')
  @ForAccounts()
  async listSignIns(@Asking() reader: Reader): Promise<{ items: SignInView[] }> {
    return { items: (await this.signIns.list(reader)).map((signIn) => presentSignIn(signIn, reader)) };
  }

  @Delete('sign-ins/:id')
  @HttpCode(204)
  revokeSignIn(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.signIns.revoke(byPerson(reader), id);
  }

  @Get('api-tokens')
  @ForAccounts()
  async listTokens(@Asking() reader: Reader): Promise<{ items: ApiTokenView[] }> {
    return { items: (await this.tokens.list(reader)).map(presentApiToken) };
  }

  @Post('api-tokens')
  async createToken(@Asking() reader: Reader, @Body() body: CreateApiTokenDto): Promise<NewApiToken> {
    const { row, token } = await this.tokens.create(accountOf(byPerson(reader)).id, body);
    return { ...presentApiToken(row), token };
  }

  @Delete('api-tokens/:id')
  @HttpCode(204)
  revokeToken(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.tokens.revoke(byPerson(reader), id);
  }
}
