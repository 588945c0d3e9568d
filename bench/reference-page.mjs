/** The least that a page can cost: one Fastify route that sends the bytes it was given, under two headers. */
import Fastify from 'fastify';

const app = Fastify({ bodyLimit: 10_000_000 });
let page = Buffer.alloc(0);
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
app.post('/', async (request) => {
  page = request.body;
  return '';
});
app.get('/', (_, reply) =>
  reply.type('text/html; charset=utf-8').header('content-encoding', 'br').send(page),
);
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.stdout.write('ready\n');
