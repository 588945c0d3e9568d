/** The least that passing updates on can cost: one room, each message sent on as it came and acknowledged, nothing stored. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { perMessageDeflate: false, serveClient: false });
io.on('connection', (socket) => {
  socket.join('room');
  socket.on('document.update', ({ update }, acknowledge) => {
    socket.to('room').emit('update', { update });
    acknowledge({ ok: true });
  });
});
http.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
