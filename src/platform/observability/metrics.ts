import { Injectable } from '@nestjs/common';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus asks for. Labels are routes, methods and codes: never ids, addresses or names. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'nidaa_http_request_seconds',
    help: 'Time from the first byte of a request to the end of its answer, by route.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3],
    registers: [this.registry],
  });

  readonly sockets = new Gauge({
    name: 'nidaa_sockets',
    help: 'Connected sockets of this process.',
    registers: [this.registry],
  });

  readonly messages = new Counter({
    name: 'nidaa_socket_messages_total',
    help: 'Socket messages, by name and by the code they were answered with.',
    labelNames: ['message', 'code'] as const,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
