import { Injectable } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { Config } from '../config/config.js';
import { describeError } from './described-error.js';

/** Lines of JSON on standard error, one an entry. What a person wrote, is called or can sign in with never goes in. */
const REDACTED = ['*.password', '*.token', '*.code', '*.email', '*.cookie', '*.authorization', 'req.headers'];

@Injectable()
export class Log {
  readonly pino: Logger;

  constructor(config: Config) {
    this.pino = pino(
      {
        level: config.logLevel,
        redact: REDACTED,
        serializers: { err: describeError },
        base: { pid: process.pid, role: config.role },
      },
      pino.destination({ dest: 2, sync: false }),
    );
  }

  info(fields: object, message: string): void {
    this.pino.info(fields, message);
  }

  warn(fields: object, message: string): void {
    this.pino.warn(fields, message);
  }

  error(fields: object, message: string): void {
    this.pino.error(fields, message);
  }
}
