import { jest } from '@jest/globals';
import { ApiError } from '../src/lib/api-error.js';
import { Autosave, type Kept } from '../src/lib/autosave.js';

interface Text {
  readonly version: number;
  readonly words: string;
}

/** A server of one text, whose line can be cut before a request or before its answer. */
class Server {
  text: Text = { version: 1, words: 'Begun' };
  line: 'up' | 'cut' | 'deaf' = 'up';
  readonly asked: string[] = [];
  refusal: string | null = null;
  /** Nothing is answered before this is over. */
  busy: Promise<unknown> = Promise.resolve();

  async send(words: string, version: number): Promise<Text> {
    this.asked.push(words);
    await this.busy;
    if (this.line === 'cut') throw new ApiError('client.offline', 0);
    if (this.refusal) throw new ApiError(this.refusal, 409);
    if (version !== this.text.version) throw new ApiError('object.changed', 409);
    this.text = { version: version + 1, words: words.trim() };
    if (this.line === 'deaf') throw new ApiError('client.offline', 0);
    return this.text;
  }
}

describe('a form that saves itself', () => {
  let server: Server;
  let kept: Kept<string> | null;
  let replaced: string[];
  let room: boolean;

  function open({ bySelf = true } = {}): Autosave<string, Text> {
    const autosave = new Autosave<string, Text>(
      {
        current: server.text,
        bySelf,
        valueOf: (text) => text?.words ?? '',
        same: (one, other) => one.trim() === other.trim(),
        ready: (value) => value.trim() !== '',
        send: (value, version) => server.send(value, version),
        fetch: async () => server.text,
        saved: () => undefined,
        replaced: (value) => replaced.push(value),
        keep: (value) => {
          if (room) kept = value;
          return room || value === null;
        },
      },
      kept,
    );
    autosave.begin();
    return autosave;
  }
  const later = () => jest.advanceTimersByTimeAsync(10_000);
  const state = (autosave: Autosave<string, Text>) => autosave.state().state;

  beforeEach(() => {
    jest.useFakeTimers();
    server = new Server();
    kept = null;
    replaced = [];
    room = true;
  });
  afterEach(() => jest.useRealTimers());

  it('keeps each letter on this device at once, and sends once typing stops', async () => {
    const form = open();
    for (const typed of ['Begun a', 'Begun an', 'Begun and']) form.change(typed);
    expect([kept, state(form), server.asked]).toEqual([{ value: 'Begun and', base: 'Begun' }, 'unsaved', []]);
    await later();
    expect([kept, state(form), server.asked]).toEqual([null, 'saved', ['Begun and']]);
    // What was typed is what the server has, though it wrote it otherwise: nothing goes out again.
    form.change('Begun and ');
    await later();
    expect([state(form), server.asked.length]).toEqual(['saved', 1]);
  });

  it('sends one request at a time, each from the version that the last one answered', async () => {
    const form = open();
    let answer = () => {};
    server.busy = new Promise<void>((resolve) => {
      answer = resolve;
    });
    form.change('One');
    await later();
    form.change('Two');
    await later();
    expect([server.asked, state(form)]).toEqual([['One'], 'saving']);
    answer();
    await jest.advanceTimersByTimeAsync(0);
    expect([server.text, kept]).toEqual([
      { version: 2, words: 'One' },
      { value: 'Two', base: 'One' },
    ]);
    await later();
    expect([server.text, kept]).toEqual([{ version: 3, words: 'Two' }, null]);
  });

  it('says that the line is lost, keeps what is typed, and sends it when the line is back', async () => {
    const form = open();
    server.line = 'cut';
    form.change('Typed in a tunnel');
    await jest.advanceTimersByTimeAsync(2_000);
    expect([state(form), kept?.value]).toEqual(['lost', 'Typed in a tunnel']);
    server.line = 'up';
    form.retry();
    await jest.advanceTimersByTimeAsync(0);
    expect([state(form), server.text.words, kept]).toEqual(['saved', 'Typed in a tunnel', null]);
  });

  it('knows its own words again where only the answer was lost and more was typed since', async () => {
    const form = open();
    server.line = 'deaf';
    form.change('One');
    await jest.advanceTimersByTimeAsync(2_000);
    expect([state(form), server.text.version]).toEqual(['lost', 2]);
    server.line = 'up';
    form.change('One and two');
    await later();
    expect([state(form), server.text.words]).toEqual(['saved', 'One and two']);
  });

  it('goes on over a change that was beside the words', async () => {
    const form = open();
    server.text = { version: 7, words: 'Begun' };
    form.change('Mine');
    await later();
    expect([state(form), server.text]).toEqual(['saved', { version: 8, words: 'Mine' }]);
  });

  it('shows both where somebody else saved other words, and saves nothing before one is chosen', async () => {
    const form = open();
    server.text = { version: 2, words: 'Theirs' };
    form.change('Mine');
    await later();
    form.change('Mine, longer');
    await later();
    expect(form.state()).toMatchObject({ state: 'changed', kept: true, theirs: { words: 'Theirs' } });
    expect([server.text.words, kept?.value]).toEqual(['Theirs', 'Mine, longer']);
    form.keepMine();
    await later();
    expect([state(form), server.text, kept]).toEqual(['saved', { version: 3, words: 'Mine, longer' }, null]);
  });

  it('gives back what was typed where the other text is taken', async () => {
    const form = open();
    server.text = { version: 2, words: 'Theirs' };
    form.change('Mine');
    await later();
    expect(form.takeTheirs()).toBe('Mine');
    await later();
    expect([replaced, state(form), server.text.version]).toEqual([['Theirs'], 'saved', 2]);
  });

  it('takes newer words in where nothing is unsaved, and leaves alone what is', async () => {
    const form = open();
    form.heard({ version: 2, words: 'Newer' });
    expect(replaced).toEqual(['Newer']);
    form.change('Mine');
    form.heard({ version: 3, words: 'Newest' });
    form.heard({ version: 1, words: 'Late' });
    expect(replaced).toEqual(['Newer']);
  });

  it('sends what an earlier visit left, and shows both where the words moved on since', async () => {
    kept = { value: 'Left here', base: 'Begun' };
    const form = open();
    expect(form.shown).toBe('Left here');
    await later();
    expect(server.text.words).toBe('Left here');

    kept = { value: 'Left there', base: 'Begun' };
    const other = open();
    expect([other.shown, state(other)]).toEqual(['Left there', 'changed']);
    await later();
    expect(server.text.words).toBe('Left here');
  });

  it('says what was refused and keeps it, and tries again with the next letter', async () => {
    const form = open();
    server.refusal = 'proposal.state';
    form.change('Mine');
    await later();
    expect([state(form), kept?.value, server.asked.length]).toEqual(['refused', 'Mine', 1]);
    server.refusal = null;
    form.change('Mine!');
    await later();
    expect(state(form)).toBe('saved');
  });

  it('sends nothing that is not enough, nor by itself where it must be told', async () => {
    const form = open();
    form.change('  ');
    await later();
    expect([state(form), server.asked, kept?.value]).toEqual(['incomplete', [], '  ']);

    const told = open({ bySelf: false });
    told.change('Mine');
    await later();
    told.leave();
    await later();
    expect(server.asked).toEqual([]);
    await told.save();
    expect(server.text.words).toBe('Mine');
  });

  it('sends what is left when the page is left, and says where this device has no room', async () => {
    room = false;
    const form = open();
    form.change('Mine');
    expect(form.state()).toMatchObject({ state: 'unsaved', kept: false });
    form.leave();
    await jest.advanceTimersByTimeAsync(0);
    expect(server.text.words).toBe('Mine');
  });
});
