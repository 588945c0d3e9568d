import { Global, Module } from '@nestjs/common';
import { Idempotency } from './idempotency.js';
import { Sweeper } from './sweeper.js';
import { Throttle } from './throttle.js';

@Global()
@Module({ providers: [Throttle, Idempotency, Sweeper], exports: [Throttle, Idempotency] })
export class HttpModule {}
