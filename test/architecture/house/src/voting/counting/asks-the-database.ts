import { DataSource } from 'typeorm';

export const count = (db: DataSource): boolean => db.isInitialized;
