import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { byPerson } from '../../identity/identity.abilities.js';
import { Id } from '../../platform/http/id-param.js';
import { Asking, type Reader } from '../../platform/http/reader.js';
import type { PreparedSignature, SignaturesView } from './signatures.contract.js';
import { ConfirmSignatureDto, PrepareSignatureDto } from './signatures.dto.js';
import { Signatures } from './signatures.service.js';

/** The cities that sign an adopted appeal. Only a person signs, never a program with a token. */
@ApiTags('appeal')
@Controller('api/v1/appeals/:id/signatures')
export class SignaturesController {
  constructor(private readonly signatures: Signatures) {}

  @Get()
  show(@Asking() reader: Reader, @Id() id: string): Promise<SignaturesView> {
    return this.signatures.show(reader, id);
  }

  /** Lays the statement before the head of delegation, to be confirmed with a passkey or a mailed code. */
  @Post('prepare')
  @HttpCode(200)
  prepare(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() body: PrepareSignatureDto,
  ): Promise<PreparedSignature> {
    return this.signatures.prepare(byPerson(reader), id, body);
  }

  @Post()
  @HttpCode(200)
  async confirm(
    @Asking() reader: Reader,
    @Id() id: string,
    @Body() body: ConfirmSignatureDto,
  ): Promise<SignaturesView> {
    await this.signatures.confirm(byPerson(reader), id, body);
    return this.signatures.show(reader, id);
  }

  @Delete()
  async withdraw(@Asking() reader: Reader, @Id() id: string): Promise<SignaturesView> {
    await this.signatures.withdraw(byPerson(reader), id);
    return this.signatures.show(reader, id);
  }
}
