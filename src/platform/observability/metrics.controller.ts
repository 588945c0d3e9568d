import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Jobs } from '../jobs/jobs.js';
import { Metrics } from './metrics.js';

@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly jobs: Jobs,
  ) {}

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  async read(): Promise<string> {
    const jobs = await this.jobs.figures();
    const lines = Object.entries(jobs).map(([state, count]) => `nidaa_jobs{state="${state}"} ${count}`);
    return `${await this.metrics.registry.metrics()}\n# TYPE nidaa_jobs gauge\n${lines.join('\n')}\n`;
  }
}
