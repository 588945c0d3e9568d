// @ts-expect-error There is no such file, on purpose.
export { nothing } from './nowhere.js';
