export { exported } from '../opendata/exports.js';
