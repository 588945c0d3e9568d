/** The least that a broadcast can cost: one room, one emit of a message of the same size. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { perMessageDeflate: false, serveClient: false });
io.on('connection', (socket) => {
  socket.on('enter', (acknowledge) => {
    socket.join('room');
    acknowledge();
  });
  socket.on('tell', (cast, acknowledge) => {
    const id = '00000000-0000-7000-8000-000000000000';
    io.to('room').emit('poll', { id, state: 'open', version: 2, turnout: { cast, entitled: 16 } });
    acknowledge();
  });
});
http.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
