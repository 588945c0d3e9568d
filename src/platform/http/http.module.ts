import { Global, Module } from '@nestjs/common';
import { Idempotency } from './idempotency.js';
import { Throttle } from './throttle.js';

@Global()
@Module({ providers: [Throttle, Idempotency], exports: [Throttle, Idempotency] })
export class HttpModule {}
