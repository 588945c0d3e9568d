import { hour } from './hour.js';

export const minute = (): number => hour() / 60;
