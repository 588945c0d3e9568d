import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForAccounts } from '../../platform/http/openapi-security.js';
import { Asking, type Reader } from '../../platform/http/reader.js';
import { byPerson } from '../identity.abilities.js';
import type { PasskeyCreation, PasskeyView } from './passkeys.contract.js';
import { AddPasskeyDto } from './passkeys.dto.js';
import { presentPasskey } from './passkeys.presenter.js';
import { Passkeys } from './passkeys.service.js';

/** The keys of one's own devices. */
@ApiTags('identity')
@Controller('api/v1/me/passkeys')
export class PasskeysController {
  constructor(private readonly passkeys: Passkeys) {}

  @Get()
  @ForAccounts()
  async list(@Asking() reader: Reader): Promise<{ items: PasskeyView[] }> {
    return { items: (await this.passkeys.list(reader)).map(presentPasskey) };
  }

  /** Asks for what the browser needs to make a key. */
  @Post('begin')
  @HttpCode(200)
  begin(@Asking() reader: Reader): Promise<PasskeyCreation> {
    return this.passkeys.begin(byPerson(reader));
  }

  @Post()
  async add(@Asking() reader: Reader, @Body() body: AddPasskeyDto): Promise<PasskeyView> {
    return presentPasskey(await this.passkeys.add(byPerson(reader), body));
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@Asking() reader: Reader, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.passkeys.remove(byPerson(reader), id);
  }
}
