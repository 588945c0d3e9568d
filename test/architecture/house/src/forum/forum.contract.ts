import type { Forum } from './forum.entity.js';

export type ForumView = Forum;
