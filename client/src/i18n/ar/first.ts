import codes from './codes.js';
import now from './now.js';
import shell from './shell.js';

/** Which others there are comes with it, so that the frame need not name the files of three languages. */
export { default as parts } from './parts.js';

/** What a delegate's first page says, and what any other page may say. */
export default { ...shell, ...codes, ...now };
