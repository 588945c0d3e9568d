import { Global, Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { Log } from './log.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';

@Global()
@Module({
  controllers: [HealthController, MetricsController],
  providers: [Log, Metrics],
  exports: [Log, Metrics],
})
export class ObservabilityModule {}
