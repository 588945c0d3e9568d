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

/** What a column cannot hold: a NUL in a text, a word for a number or a moment, as a forged cursor brings. */
const UNFIT = ['22021', '22P02', '22P05', '22007', '22008'];

/** Whether the database refused a value for its form: it came from outside, past what a shape can say. */
export function isUnfitValue(error: unknown): boolean {
  return (
    error instanceof QueryFailedError && UNFIT.includes((error.driverError as { code?: string }).code ?? '')
  );
}
