import { room } from '../voting/room.js';

export const above = room;
