import { room } from '../platform/room.js';

export const above = room;
