import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asking, type Reader } from '../platform/http/reader.js';
import type { SessionView } from './program.contract.js';
import { UpdateSessionDto, VersionDto, WriteSessionDto } from './program.dto.js';
import { Sessions } from './sessions.service.js';

@ApiTags('program')
@Controller('api/v1')
export class SessionsController {
  constructor(private readonly sessions: Sessions) {}

  @Get('forums/:slug/sessions')
  async list(@Asking() reader: Reader, @Param('slug') slug: string): Promise<{ items: SessionView[] }> {
    return { items: await this.sessions.list(reader, slug) };
  }

  @Post('forums/:slug/sessions')
  plan(
    @Asking() reader: Reader,
    @Param('slug') slug: string,
    @Body() body: WriteSessionDto,
  ): Promise<SessionView> {
    return this.sessions.planSession(reader, slug, body);
  }

  @Patch('sessions/:id')
  change(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateSessionDto,
  ): Promise<SessionView> {
    return this.sessions.changeSession(reader, id, body);
  }

  @Post('sessions/:id/start')
  @HttpCode(200)
  start(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: VersionDto,
  ): Promise<SessionView> {
    return this.sessions.moveSession(reader, id, version, 'start');
  }

  @Post('sessions/:id/end')
  @HttpCode(200)
  end(
    @Asking() reader: Reader,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: VersionDto,
  ): Promise<SessionView> {
    return this.sessions.moveSession(reader, id, version, 'end');
  }
}
