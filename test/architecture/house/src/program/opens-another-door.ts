import { ForumsController } from '../forum/forums.controller.js';

export const door = ForumsController;
