import { room } from '../opinion/room.js';

export const above = room;
