import { room } from '../proposals/room.js';

export const above = room;
