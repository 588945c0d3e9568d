import { io } from 'socket.io-client';

export const connect = io;
