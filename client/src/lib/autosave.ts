import { ApiError, codeOf } from './api-error.js';

/** What saves, and how it looks at what is saved. `Answer` is what the server has, `Value` what is typed. */
export interface Saves<Value, Answer extends { readonly version: number }> {
  /** What the server had when the form was opened; null where it has nothing before the first is sent. */
  readonly current: Answer | null;
  /** False where nothing goes out before `save` is called. */
  readonly bySelf: boolean;
  /** The server's words as the form has them; of nothing, an empty form. */
  valueOf(answer: Answer | null): Value;
  same(one: Value, other: Value): boolean;
  /** Whether it is enough to be sent. */
  ready(value: Value): boolean;
  send(value: Value, version: number): Promise<Answer>;
  fetch(): Promise<Answer>;
  /** Told after each acknowledgement, with what was sent. */
  saved(answer: Answer, sent: Value): void;
  /** Told when the form shows another's words from now on. */
  replaced(value: Value, answer: Answer): void;
  /** Keeps in this browser what is not saved, with the server's words that it began from; answers whether it could. */
  keep(kept: Kept<Value> | null): boolean;
}

export interface Kept<Value> {
  readonly value: Value;
  readonly base: Value;
}

/** `unsaved` is typed and about to go; `lost` waits for the line; `changed` waits for a choice between two texts. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'incomplete' | 'lost' | 'changed' | 'refused';

export interface SaveStanding<Answer> {
  readonly state: SaveState;
  /** Whether what is not saved is safe in this browser. */
  readonly kept: boolean;
  readonly error: unknown;
  /** What somebody else saved meanwhile, in the state `changed`. */
  readonly theirs: Answer | null;
}

const AFTER_TYPING_MS = 1_500;
const RETRY_MS = 5_000;

/**
 * Saves what is typed: at once in this browser, and a moment after typing stops at the server, one request at a time,
 * each from the version that the last one answered. Nothing typed is ever replaced while it is not saved.
 */
export class Autosave<Value, Answer extends { readonly version: number }> {
  private version: number;
  /** The server's words. */
  private base: Value;
  /** What was typed when they were last acknowledged; the server may have written it otherwise. */
  private clean: Value;
  private value: Value;
  /** Sent, and nobody knows what became of it. */
  private doubted: Value | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | null = null;
  private standing: SaveStanding<Answer> = { state: 'saved', kept: true, error: null, theirs: null };
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly how: Saves<Value, Answer>,
    kept: Kept<Value> | null,
  ) {
    this.version = how.current?.version ?? 0;
    this.base = how.valueOf(how.current);
    this.clean = this.base;
    this.value = kept?.value ?? this.base;
    const moved = kept && this.isDirty() && !how.same(kept.base, this.base);
    if (moved) this.standing = { ...this.standing, state: 'changed', theirs: how.current };
  }

  /** Sends what was kept from an earlier visit; until then nothing goes out by itself. */
  begin(): void {
    if (this.isDirty() && this.standing.state === 'saved') this.later(0);
  }

  readonly state = (): SaveStanding<Answer> => this.standing;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** What the form shows to begin with: what was kept, else what the server has. */
  get shown(): Value {
    return this.value;
  }

  change(value: Value): void {
    this.value = value;
    const kept = this.keep();
    const { state, theirs } = this.standing;
    if (state === 'changed') this.set('changed', { kept, theirs });
    else if (this.isDirty()) this.later(AFTER_TYPING_MS, kept);
    else {
      clearTimeout(this.timer);
      if (!this.sending) this.set('saved');
    }
  }

  /** Saves now; afterwards `state` tells what came of it. */
  async save(): Promise<void> {
    clearTimeout(this.timer);
    if (this.standing.state === 'changed') return;
    await this.sending;
    if (this.isDirty()) await this.start();
  }

  /** The line is back: what waited for it goes out. */
  retry(): void {
    if (this.standing.state === 'lost') void this.save();
  }

  /** What is on screen is not needed any more, which may be before it was saved. */
  leave(): void {
    if (this.how.bySelf) void this.save();
    else clearTimeout(this.timer);
  }

  /** The server's words were read anew. Replaces the form's where all that was typed is saved. */
  heard(answer: Answer): void {
    if (answer.version <= this.version || this.sending || this.standing.state === 'changed') return;
    if (!this.meets(answer) && !this.isDirty()) {
      this.accept(answer);
      this.clean = this.base;
      this.value = this.base;
      this.how.replaced(this.value, answer);
    }
  }

  /** Goes on with what is typed; it is saved over what somebody else saved. */
  keepMine(): void {
    const { theirs } = this.standing;
    if (!theirs) return;
    this.accept(theirs);
    this.set('unsaved');
    void this.start();
  }

  /** Goes on with what somebody else saved; answers what was typed. */
  takeTheirs(): Value {
    const mine = this.value;
    const { theirs } = this.standing;
    if (!theirs) return mine;
    this.accept(theirs);
    this.clean = this.base;
    this.value = this.base;
    this.how.keep(null);
    this.set('saved');
    this.how.replaced(this.value, theirs);
    return mine;
  }

  private keep(): boolean {
    return this.how.keep(this.isDirty() ? { value: this.value, base: this.base } : null);
  }

  private isDirty(): boolean {
    return !this.how.same(this.value, this.clean) && !this.how.same(this.value, this.base);
  }

  private later(ms: number, kept = true): void {
    clearTimeout(this.timer);
    const ready = this.how.ready(this.value);
    if (!this.sending) this.set(ready ? 'unsaved' : 'incomplete', { kept });
    if (ready && this.how.bySelf) this.timer = setTimeout(() => void this.start(), ms);
  }

  private start(): Promise<void> {
    clearTimeout(this.timer);
    this.sending ??= this.send().finally(() => {
      this.sending = null;
      const { state, kept } = this.standing;
      if (state === 'saved' && this.isDirty()) this.later(AFTER_TYPING_MS, kept);
    });
    return this.sending;
  }

  private async send(): Promise<void> {
    if (!this.isDirty()) return this.set('saved');
    if (!this.how.ready(this.value)) return this.set('incomplete');
    this.set('saving');
    const sent = this.value;
    try {
      this.acknowledge(await this.how.send(sent, this.version), sent);
    } catch (error) {
      await this.failed(error, sent);
    }
  }

  private acknowledge(answer: Answer, sent: Value): void {
    this.accept(answer);
    this.clean = sent;
    this.doubted = null;
    this.how.saved(answer, sent);
    this.set('saved', { kept: this.keep() });
  }

  private async failed(error: unknown, sent: Value): Promise<void> {
    if (error instanceof ApiError && error.unknownOutcome) {
      this.doubted = sent;
      this.lose();
    } else if (codeOf(error) === 'object.changed') await this.compare();
    else this.set('refused', { error });
  }

  private lose(): void {
    this.set('lost');
    clearTimeout(this.timer);
    if (this.how.bySelf) this.timer = setTimeout(() => this.retry(), RETRY_MS);
  }

  /** It was changed meanwhile: by a request of ours that was not answered, beside the words, or by somebody else. */
  private async compare(): Promise<void> {
    try {
      const answer = await this.how.fetch();
      if (this.meets(answer)) await this.send();
      else this.set('changed', { theirs: answer });
    } catch (error) {
      if (error instanceof ApiError && error.unknownOutcome) this.lose();
      else this.set('refused', { error });
    }
  }

  /** Takes a newer version over whose words are known: those that one began from, or those that were sent. */
  private meets(answer: Answer): boolean {
    const words = this.how.valueOf(answer);
    const ours = this.doubted !== null && this.how.same(words, this.doubted);
    if (!ours && !this.how.same(words, this.base)) return false;
    const sent = this.doubted;
    this.accept(answer);
    if (ours && sent !== null) this.acknowledge(answer, sent);
    return true;
  }

  private accept(answer: Answer): void {
    this.version = answer.version;
    this.base = this.how.valueOf(answer);
  }

  private set(state: SaveState, more: Partial<SaveStanding<Answer>> = {}): void {
    const kept = state === 'saved' || this.standing.kept;
    this.standing = { kept, error: null, theirs: null, ...more, state };
    for (const listener of this.listeners) listener();
  }
}
