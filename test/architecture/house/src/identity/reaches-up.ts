import { room } from '../forum/room.js';

export const above = room;
