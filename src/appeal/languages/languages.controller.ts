import { Body, Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LANGS, type Lang } from '../../kernel/localized.js';
import { Id } from '../../platform/http/id-param.js';
import { Asking, type Reader } from '../../platform/http/reader.js';
import { VersionDto } from '../../program/program.dto.js';
import { Glossary } from './glossary.service.js';
import type { GlossaryView, LanguagesView } from './languages.contract.js';
import { AddTermDto } from './languages.dto.js';
import { Languages } from './languages.service.js';

const InLang = () => Param('lang', new ParseEnumPipe(Object.fromEntries(LANGS.map((lang) => [lang, lang]))));

/** The languages of an appeal side by side, and the terms that are fixed in all of them. */
@ApiTags('appeal')
@Controller('api/v1')
export class LanguagesController {
  constructor(
    private readonly languages: Languages,
    private readonly glossary: Glossary,
  ) {}

  @Get('appeals/:id/languages')
  show(@Asking() reader: Reader, @Id() id: string): Promise<LanguagesView> {
    return this.languages.show(reader, id);
  }

  /** Stands for the words of a clause in one language, by name. */
  @Put('appeals/:id/clauses/:clauseId/approvals/:lang')
  @HttpCode(200)
  async approve(
    @Asking() reader: Reader,
    @Id() id: string,
    @Id('clauseId') clauseId: string,
    @InLang() lang: Lang,
    @Body() { version }: VersionDto,
  ): Promise<LanguagesView> {
    await this.languages.approve(reader, id, clauseId, lang, version);
    return this.languages.show(reader, id);
  }

  /** The same for every clause that has words in the language, as the appeal's version has them. */
  @Put('appeals/:id/approvals/:lang')
  @HttpCode(200)
  async approveAll(
    @Asking() reader: Reader,
    @Id() id: string,
    @InLang() lang: Lang,
    @Body() { version }: VersionDto,
  ): Promise<LanguagesView> {
    await this.languages.approveAll(reader, id, lang, version);
    return this.languages.show(reader, id);
  }

  @Delete('appeals/:id/clauses/:clauseId/approvals/:lang')
  async withdraw(
    @Asking() reader: Reader,
    @Id() id: string,
    @Id('clauseId') clauseId: string,
    @InLang() lang: Lang,
  ): Promise<LanguagesView> {
    await this.languages.withdraw(reader, id, clauseId, lang);
    return this.languages.show(reader, id);
  }

  /** Has the configured machine translate a clause into this language. */
  @Post('appeals/:id/clauses/:clauseId/translations/:lang')
  @HttpCode(200)
  async translate(
    @Asking() reader: Reader,
    @Id() id: string,
    @Id('clauseId') clauseId: string,
    @InLang() lang: Lang,
    @Body() { version }: VersionDto,
  ): Promise<LanguagesView> {
    await this.languages.translate(reader, id, clauseId, lang, version);
    return this.languages.show(reader, id);
  }

  @Get('forums/:slug/glossary')
  list(@Asking() reader: Reader, @Param('slug') slug: string): Promise<GlossaryView> {
    return this.glossary.list(reader, slug);
  }

  @Post('forums/:slug/glossary')
  add(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Body() body: AddTermDto,
  ): Promise<GlossaryView> {
    return this.glossary.add(reader, slug, body);
  }

  @Delete('forums/:slug/glossary/:id')
  remove(@Asking() reader: Reader, @Param('slug') slug: string, @Id() id: string): Promise<GlossaryView> {
    return this.glossary.remove(reader, slug, id);
  }
}
