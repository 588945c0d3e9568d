import { room } from '../identity/room.js';

export const above = room;
