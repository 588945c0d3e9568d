import { TextDecoder, TextEncoder } from 'node:util';

/** Every browser has these; jsdom has not, and the router asks for them as it loads. */
Object.assign(globalThis, { TextDecoder, TextEncoder });
