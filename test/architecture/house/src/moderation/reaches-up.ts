import { room } from '../program/room.js';

export const above = room;
