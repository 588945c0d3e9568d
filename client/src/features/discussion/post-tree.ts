import type { PostView } from '../../../../src/discussion/discussion.contract.js';

export interface PostNode {
  readonly post: PostView;
  readonly replies: PostNode[];
}

/**
 * Posts as they answer each other, in the order given. A post whose parent is not among them stands by itself:
 * better out of its place than out of sight.
 */
export function treeOf(posts: readonly PostView[]): PostNode[] {
  const nodes = new Map(posts.map((post) => [post.id, { post, replies: [] as PostNode[] }]));
  const roots: PostNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.post.parentId ? nodes.get(node.post.parentId) : undefined;
    (parent?.replies ?? roots).push(node);
  }
  return roots;
}
