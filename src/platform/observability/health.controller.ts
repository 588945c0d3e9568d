import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Jobs } from '../jobs/jobs.js';

type Check = 'ok' | 'failed';

@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(
    private readonly db: DataSource,
    private readonly jobs: Jobs,
  ) {}

  /** The process answers: whoever watches need not restart it. */
  @Get('live')
  @HttpCode(200)
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can do its work: the proxy may send people here. */
  @Get('ready')
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ status: Check; checks: Record<string, Check> }> {
    const checks = {
      database: await check(() => this.db.query('SELECT 1')),
      migrations: await check(async () => {
        if (await this.db.showMigrations()) throw new Error('migrations are waiting');
      }),
      jobs: await check(() => this.jobs.figures()),
    };
    const status = Object.values(checks).every((outcome) => outcome === 'ok') ? 'ok' : 'failed';
    reply.status(status === 'ok' ? 200 : 503);
    return { status, checks };
  }
}

async function check(attempt: () => Promise<unknown>): Promise<Check> {
  return attempt().then(
    () => 'ok' as const,
    () => 'failed' as const,
  );
}
