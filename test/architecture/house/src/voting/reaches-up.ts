import { room } from '../discussion/room.js';

export const above = room;
