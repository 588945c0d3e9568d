import { jest } from '@jest/globals';
import { Turns } from './turns.js';

/** A work that goes on until it is told to end. */
function work() {
  let end: (error?: Error) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => (error ? reject(error) : resolve());
  });
  return { end: (error?: Error) => end(error), run: jest.fn(() => ended) };
}

describe('turns', () => {
  it('lets so many work at once, the others after them, and refuses more than may wait', async () => {
    const turns = new Turns(2, 1);
    const [first, second, third, fourth] = [work(), work(), work(), work()];
    const done = [first, second, third].map(({ run }) => turns.take(run));
    expect([first, second, third].map(({ run }) => run.mock.calls.length)).toEqual([1, 1, 0]);
    await expect(turns.take(fourth.run)).rejects.toMatchObject({ code: 'service.unavailable' });
    first.end();
    await done[0];
    expect(third.run).toHaveBeenCalledTimes(1);
    second.end();
    third.end();
    await Promise.all(done);
    expect(fourth.run).not.toHaveBeenCalled();
  });

  it('hands the place of a work that failed on as well', async () => {
    const turns = new Turns(1, 1);
    const [first, second] = [work(), work()];
    const failed = turns.take(first.run);
    const after = turns.take(second.run);
    first.end(new Error('out of ink'));
    await expect(failed).rejects.toThrow('out of ink');
    second.end();
    await after;
    const third = work();
    const last = turns.take(third.run);
    expect(third.run).toHaveBeenCalledTimes(1);
    third.end();
    await last;
  });
});
