import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AppModule } from './app.module.js';
import { newId } from './kernel/ids.js';
import type { Config } from './platform/config/config.js';
import { serveClient } from './platform/http/client-pages.js';
import { describeApi } from './platform/http/openapi.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { validationPipe } from './platform/http/validation.js';
import { Log } from './platform/observability/log.js';
import { Metrics } from './platform/observability/metrics.js';
import { RealtimeAdapter } from './platform/realtime/realtime-adapter.js';

/** Largest JSON body; files have their own limit. */
const BODY_LIMIT = 512 * 1024;
const FILE_LIMIT = 2 * 1024 * 1024;

/** The pages that show the API's description style themselves inline: they may, and nothing else may. */
const DOCS = '/api/docs';

/** Where the built client lies, seen from the server's build and from its sources, which the tests run. */
const BUILT_CLIENT = ['../client', '../dist/client'].map((path) => join(import.meta.dirname, path));

/** Puts the app together as production runs it; the tests start exactly this. It does not listen yet. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.production,
    genReqId: () => newId(),
    forceCloseConnections: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(config), adapter, {
    logger: false,
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await addPlugins(fastify, config);
  observe(fastify, app.get(Metrics), app.get(Log));
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(app.get(Log)));
  app.useWebSocketAdapter(new RealtimeAdapter(app, config));
  describeApi(app);
  const client = BUILT_CLIENT.find((folder) => existsSync(join(folder, 'assets')));
  if (client) await serveClient(fastify, client);
  return app;
}

async function addPlugins(fastify: FastifyInstance, config: Config): Promise<void> {
  await fastify.register(compress, { encodings: ['gzip'], globalDecompression: false });
  await fastify.register(cookie);
  await fastify.register(multipart, { limits: { fileSize: FILE_LIMIT, files: 1, fields: 8 } });
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: [({ url }) => (url?.startsWith(DOCS) ? "'self' 'unsafe-inline'" : "'self'")],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    hsts: config.publicUrl.startsWith('https:'),
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
}

/** One log line and one measurement a request: the route's pattern, never the address with its ids. */
function observe(fastify: FastifyInstance, metrics: Metrics, log: Log): void {
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('X-Request-Id', request.id);
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
    };
    metrics.requests.observe(labels, reply.elapsedTime / 1_000);
    log.info({ requestId: request.id, ...labels, ms: Math.round(reply.elapsedTime) }, 'request');
  });
}
