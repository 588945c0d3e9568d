import { room } from '../text/room.js';

export const above = room;
