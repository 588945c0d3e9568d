import { CommandError } from './commands.js';
import { jsonOf } from './text-input.js';

/** A member of the outermost object; the elements of a list that is read in parts come one by one. */
export interface Member {
  readonly key: string;
  readonly value: unknown;
  /** The place in the list, or null where the value is the whole one. */
  readonly element: number | null;
}

/** So much is read at least before it is looked at again. */
const BLOCK = 4 * 1024 * 1024;

/**
 * Reads one JSON object that may be longer than a string can be: each member is parsed by itself, each element of
 * the list `inParts` too, and none is kept. Throws CommandError where it is no JSON object.
 */
export async function* membersOf(source: AsyncIterable<string>, inParts: string): AsyncGenerator<Member> {
  const scanner = new Scanner(source);
  await scanner.take('{');
  for (let first = true; (await scanner.peek()) !== '}'; first = false) {
    if (!first) await scanner.take(',');
    const key = jsonOf(await scanner.value());
    if (typeof key !== 'string') throw noJson();
    await scanner.take(':');
    if (key === inParts && (await scanner.peek()) === '[') yield* elementsOf(scanner, key);
    else yield { key, value: jsonOf(await scanner.value()), element: null };
  }
  await scanner.take('}');
  if ((await scanner.peek()) !== '') throw noJson();
}

async function* elementsOf(scanner: Scanner, key: string): AsyncGenerator<Member> {
  await scanner.take('[');
  yield { key, value: [], element: null };
  for (let element = 0; (await scanner.peek()) !== ']'; element++) {
    if (element > 0) await scanner.take(',');
    yield { key, value: jsonOf(await scanner.value()), element };
  }
  await scanner.take(']');
}

const noJson = (): CommandError => new CommandError('what is read is no JSON object');

class Scanner {
  readonly #source: AsyncIterator<string>;
  #text = '';
  #ended = false;

  constructor(source: AsyncIterable<string>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next sign that is no white space; empty at the end. */
  async peek(): Promise<string> {
    for (;;) {
      this.#text = this.#text.trimStart();
      if (this.#text !== '' || this.#ended) return this.#text.slice(0, 1);
      await this.#more();
    }
  }

  async take(sign: string): Promise<void> {
    if ((await this.peek()) !== sign) throw noJson();
    this.#text = this.#text.slice(1);
  }

  /** The source of the next value, which need not be sound JSON but for its brackets and quotes. */
  async value(): Promise<string> {
    await this.peek();
    for (;;) {
      const end = endOfValue(this.#text);
      if (end !== null) {
        const value = this.#text.slice(0, end);
        this.#text = this.#text.slice(end);
        return value;
      }
      if (this.#ended) throw noJson();
      await this.#more();
    }
  }

  /** Reads at least as much as is there already, so that looking again costs no more than reading. */
  async #more(): Promise<void> {
    const parts = [this.#text];
    for (let wanted = Math.max(BLOCK, this.#text.length); wanted > 0; ) {
      const { value, done } = await this.#source.next();
      if (done) {
        this.#ended = true;
        break;
      }
      parts.push(value);
      wanted -= value.length;
    }
    this.#text = parts.join('');
  }
}

/** Where the value at the beginning ends; null where it goes on beyond the text. */
function endOfValue(text: string): number | null {
  let depth = 0;
  const signs = /["[\]{},:]/g;
  for (let match = signs.exec(text); match; match = signs.exec(text)) {
    const [sign] = match;
    if (sign === '"') {
      const end = endOfString(text, match.index);
      if (end === null) return null;
      signs.lastIndex = end;
      if (depth === 0) return end;
    } else if (sign === '[' || sign === '{') depth++;
    else if (depth === 0) return match.index;
    else if (sign === ']' || sign === '}') {
      depth--;
      if (depth === 0) return match.index + 1;
    }
  }
  return null;
}

function endOfString(text: string, from: number): number | null {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at - 1;
    while (text[before] === '\\') before--;
    if ((at - before) % 2 === 1) return at + 1;
  }
  return null;
}
