import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Paths that the client's router never answers: what is missing there is missing. */
const NOT_PAGES = ['/api/', '/assets/', '/appeals/', '/.well-known/', '/health/', '/metrics', '/socket.io'];

/**
 * Serves the built client. Hashed files may be kept for a year, the page itself is asked for anew each time;
 * any other address is the page, whose router knows what to show.
 */
export async function serveClient(fastify: FastifyInstance, folder: string): Promise<void> {
  await fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    // The build lays a `.br` and a `.gz` beside each file: a hall that arrives at once costs no compression.
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.setHeader(
        'Cache-Control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' || request.routeOptions.url !== undefined) return;
    if (NOT_PAGES.some((prefix) => request.url.startsWith(prefix))) return;
    return reply.sendFile('index.html');
  });
}
