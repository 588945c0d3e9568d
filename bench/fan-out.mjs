/** How long after the first the last of many sockets hears of a new turnout, against a bare Socket.IO room. */
import { io } from 'socket.io-client';
import { newCode } from '../dist/src/kernel/ids.js';
import { median } from './figures.mjs';
import { makeHall } from './hall.mjs';
import { sized } from './size.mjs';

const SOCKETS = sized(500, 10);
const ROUNDS = sized(15, 2);

export const about = `A new turnout to ${SOCKETS} sockets, from the first that hears it to the last; reference: a bare Socket.IO room.`;

export async function run(stage) {
  const { slug, voterIds, cookies, ...chair } = await makeHall(stage, ROUNDS + 1);
  const { roundId } = await chair.openPoll();
  const watchers = await connectAll(stage.app, (socket) => socket.emitWithAck('forum.watch', { slug }));
  const reference = await stage.startReference('reference-room.mjs');
  const bare = await connectAll(reference, (socket) => socket.emitWithAck('enter'));
  const [ours, theirs] = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    const cast = () => castBallot(stage.app, roundId, voterIds[round], cookies[round]);
    const spreads = [
      await spread(watchers, (state) => state.turnout.cast === round + 1, cast),
      await spread(
        bare,
        (state) => state.turnout.cast === round + 1,
        () => bare[0].emitWithAck('tell', round + 1),
      ),
    ];
    // The first round warms both up.
    if (round === 0) continue;
    ours.push(spreads[0]);
    theirs.push(spreads[1]);
  }
  for (const socket of [...watchers, ...bare]) socket.disconnect();
  return [{ name: 'fan-out', ours: median(ours), reference: median(theirs), unit: 'ms', n: SOCKETS }];
}

async function connectAll(url, enter) {
  const sockets = Array.from({ length: SOCKETS }, () =>
    io(url, { transports: ['websocket'], forceNew: true }),
  );
  await Promise.all(
    sockets.map(async (socket) => {
      await new Promise((resolve) => socket.once('connect', resolve));
      await enter(socket);
    }),
  );
  return sockets;
}

/** Milliseconds between the first and the last hearing of a message that fits. */
async function spread(sockets, fits, cause) {
  const heard = sockets.map(
    (socket) =>
      new Promise((resolve) => {
        const listen = (state) => {
          if (!fits(state)) return;
          socket.off('poll', listen);
          resolve(performance.now());
        };
        socket.on('poll', listen);
      }),
  );
  await cause();
  const times = await Promise.all(heard);
  return times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b));
}

async function castBallot(url, roundId, voterId, cookie) {
  const answer = await fetch(`${url}/api/v1/rounds/${roundId}/ballot`, {
    method: 'PUT',
    headers: {
      cookie,
      'x-nidaa': '1',
      'content-type': 'application/json',
      'idempotency-key': cookie.slice(-20),
    },
    body: JSON.stringify({ voterId, ballot: { choice: 'yes' }, code: newCode(26) }),
  });
  if (!answer.ok) throw new Error(`the ballot was answered ${answer.status}`);
}
