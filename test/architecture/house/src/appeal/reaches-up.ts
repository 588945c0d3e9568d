import { room } from '../notifications/room.js';

export const above = room;
