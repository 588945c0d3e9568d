import { room } from '../opendata/room.js';

export const above = room;
