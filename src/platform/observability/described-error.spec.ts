import { QueryFailedError } from 'typeorm';
import { describeError } from './described-error.js';

describe('an error in the log', () => {
  it('says the SQLSTATE of a failed statement, and nothing of what somebody wrote', () => {
    const driver = Object.assign(new Error('Key (email)=(amina@example.org) already exists'), {
      code: '23505',
    });
    const error = new QueryFailedError('INSERT INTO account VALUES ($1)', ['amina@example.org'], driver);
    const described = describeError(error);
    expect(described).toMatchObject({
      type: 'QueryFailedError',
      code: '23505',
      message: 'a statement failed',
    });
    expect(described.frames).toContain('    at ');
    expect(JSON.stringify(described)).not.toContain('amina');
  });

  it("leaves the driver's own message out too", () => {
    const error = Object.assign(new Error('invalid input syntax: "amina"'), {
      severity: 'ERROR',
      code: '22P02',
    });
    expect(JSON.stringify(describeError(error))).not.toContain('amina');
  });

  it('keeps the message of any other error, and takes what is none', () => {
    expect(describeError(new TypeError('not a function'))).toMatchObject({
      type: 'TypeError',
      code: undefined,
      message: 'not a function',
    });
    expect(describeError('thrown text')).toEqual({
      type: 'string',
      code: undefined,
      message: '',
      frames: '',
    });
  });
});
