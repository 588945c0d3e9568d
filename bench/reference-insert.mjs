/** The least that a ballot can cost: one route, one row, one commit. */
import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
await pool.query(
  `CREATE TABLE IF NOT EXISTS bare_ballot (
     id uuid PRIMARY KEY, poll_id uuid NOT NULL, voter text NOT NULL, choice text NOT NULL, UNIQUE (poll_id, voter))`,
);
const app = fastify();
app.put('/api/v1/polls/:id/ballot', async ({ params, headers, body }) => {
  const id = randomUUID();
  await pool.query('INSERT INTO bare_ballot (id, poll_id, voter, choice) VALUES ($1, $2, $3, $4)', [
    id,
    params.id,
    headers.cookie,
    body.choice,
  ]);
  return { id };
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.stdout.write('ready\n');
