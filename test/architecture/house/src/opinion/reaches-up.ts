import { room } from '../appeal/room.js';

export const above = room;
