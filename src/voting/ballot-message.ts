import type { BallotMessageDto } from './poll.dto.js';

/** A tracking code, as devices draw it. */
export const CODE = /^[0-9A-HJKMNP-TV-Z]{26}$/;
/** An idempotency key: what a header can carry. */
export const KEY = /^[\x21-\x7e]{8,128}$/;
/** As this program writes ids: RFC 9562 in lower case. */
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const MEMBERS = ['roundId', 'voterId', 'ballot', 'code', 'key', 'over'];

/**
 * Whether a body is what BallotMessageDto asks for, without the cost of validating it. It lets in nothing
 * that the DTO refuses; what it does not let in may still be right, in another spelling, and the DTO says what is not.
 */
export function isBallotMessage(body: unknown): body is BallotMessageDto {
  if (!isObject(body)) return false;
  const { roundId, voterId, ballot, code, key, over } = body;
  return (
    matches(ID, roundId) &&
    matches(ID, voterId) &&
    matches(CODE, code) &&
    matches(KEY, key) &&
    isObject(ballot) &&
    (over === undefined || matches(CODE, over)) &&
    Object.keys(body).every((member) => MEMBERS.includes(member))
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const matches = (pattern: RegExp, value: unknown): boolean =>
  typeof value === 'string' && pattern.test(value);
