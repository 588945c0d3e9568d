import 'reflect-metadata';
import fc from 'fast-check';
import { newCode, newId } from '../kernel/ids.js';
import { validated } from '../platform/http/validation.js';
import { isBallotMessage } from './ballot-message.js';
import { BallotMessageDto } from './poll.dto.js';

const right = () => ({
  roundId: newId(),
  voterId: newId(),
  ballot: { choice: 'yes' },
  code: newCode(26),
  key: newCode(20),
});

const isValid = (body: unknown): Promise<boolean> =>
  validated(BallotMessageDto, body).then(
    () => true,
    () => false,
  );

describe('a ballot that comes over a socket', () => {
  it('is let in without more ado where it is as devices send it', async () => {
    const body = right();
    expect(isBallotMessage(body)).toBe(true);
    expect(isBallotMessage({ ...body, over: newCode(26) })).toBe(true);
    expect(await isValid(body)).toBe(true);
  });

  it('is let in only where the validation would let it in too', async () => {
    const member = fc.constantFrom(
      'roundId',
      'voterId',
      'ballot',
      'code',
      'key',
      'over',
      'other',
      '__proto__',
    );
    const near = fc.constantFrom(
      newId(),
      newId().toUpperCase(),
      newCode(26),
      newCode(25),
      'short',
      'a b c d e f',
      '',
    );
    const value = fc.oneof(near, fc.string(), fc.jsonValue(), fc.constant(undefined));
    const change = fc.array(fc.tuple(member, value), { maxLength: 2 });
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(change, async (changes) => {
        const body = JSON.parse(JSON.stringify({ ...right(), ...Object.fromEntries(changes) }));
        if (!isBallotMessage(body)) refused++;
        else expect(await isValid(body)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  it.each([
    ['nothing', undefined],
    ['a list', [right()]],
    ['one member too many', { ...right(), weight: 3 }],
    ['one too few', { ...right(), key: undefined }],
    ['a list of ballots', { ...right(), ballot: [] }],
    ['a line feed at the end of the code', { ...right(), code: `${newCode(26)}\n` }],
  ])('is validated where it is %s', async (_, body) => {
    expect(isBallotMessage(body)).toBe(false);
    expect(await isValid(body)).toBe(false);
  });
});
