import { QueryFailedError } from 'typeorm';

const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';

/** The name of the unique constraint that a failed statement ran into, or null for any other failure. */
export function brokenUnique(error: unknown): string | null {
  return constraintOf(error, UNIQUE_VIOLATION);
}

/** The name of the foreign key that a failed statement ran into, or null for any other failure. */
export function brokenReference(error: unknown): string | null {
  return constraintOf(error, FOREIGN_KEY_VIOLATION);
}

function constraintOf(error: unknown, code: string): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const driver = error.driverError as { code?: string; constraint?: string };
  return driver.code === code ? (driver.constraint ?? '') : null;
}
