/** A room of this floor, for those that reach up to it. */
export const room = 'forum';
