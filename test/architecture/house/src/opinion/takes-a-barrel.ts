export { room } from './index.js';
