/** SQLSTATE class 08 (connection exceptions), 57P01 to 57P03 (the server ends, crashed, starts), and Node's own. */
const CODES = /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
/** What the driver and its pool say without a code. */
const WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** Whether a statement failed because the database could not be reached: trying again later may help. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  return (
    (typeof code === 'string' && CODES.test(code)) ||
    WORDS.test(error.message) ||
    isLostConnection(driverError)
  );
}
