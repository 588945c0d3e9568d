import type { Forum } from '../../src/forum/forum.entity.js';

export type Shown = Forum;
