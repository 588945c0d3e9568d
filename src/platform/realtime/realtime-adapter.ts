import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import type { Server, ServerOptions } from 'socket.io';
import type { Config } from '../config/config.js';

/** Messages are small; a socket that sends more is cut. */
const MAX_MESSAGE_BYTES = 64 * 1024;

/** Socket.IO beside Fastify; with Redis, broadcasts reach the sockets of every process. */
export class RealtimeAdapter extends IoAdapter {
  private redis: Redis | null = null;

  constructor(
    app: INestApplicationContext,
    private readonly config: Config,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const { redisUrl, redisPrefix } = this.config;
    return super.createIOServer(port, {
      ...options,
      maxHttpBufferSize: MAX_MESSAGE_BYTES,
      // Five times the CPU and ten times the memory of a socket, for messages of 300 bytes.
      perMessageDeflate: false,
      serveClient: false,
      allowRequest: (request: { headers: { origin?: string; host?: string } }, callback: Allow) =>
        callback(null, this.sameOrigin(request.headers)),
      ...(redisUrl && {
        adapter: createAdapter(this.connect(redisUrl), { streamName: `${redisPrefix}:sockets` }),
      }),
    } as ServerOptions) as Server;
  }

  override async dispose(): Promise<void> {
    await super.dispose();
    this.redis?.disconnect();
  }

  private connect(url: string): Redis {
    this.redis = new Redis(url, { maxRetriesPerRequest: null });
    // Lost connections are reopened by the client itself; without a listener they would end the process.
    this.redis.on('error', () => undefined);
    return this.redis;
  }

  /** A browser names the page's origin: only our own pages may open a socket with the reader's cookie. */
  private sameOrigin({ origin, host }: { origin?: string; host?: string }): boolean {
    if (!origin || origin === this.config.publicUrl) return true;
    return URL.canParse(origin) && new URL(origin).host === host;
  }
}

type Allow = (error: string | null, allowed: boolean) => void;
