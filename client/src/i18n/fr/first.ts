import codes from './codes.js';
import now from './now.js';
import shell from './shell.js';

/** What a delegate's first page says, and what any other page may say. */
export default { ...shell, ...codes, ...now };
