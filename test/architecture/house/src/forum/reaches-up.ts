import { room } from '../moderation/room.js';

export const above = room;
