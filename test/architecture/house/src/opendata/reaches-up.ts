import { room } from '../cli/room.js';

export const above = room;
