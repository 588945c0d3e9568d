import { PRESENCE, type Presence } from '../../../../../src/appeal/document/document.contract.js';
import type { Lang } from '../../../../../src/kernel/localized.js';
import { bytes, sameBytes } from './bytes.js';

/** A caret that runs is told of no more often than this. */
const TELL_MS = 220;
/** How long after another's letters came a clause counts as written in. */
export const WRITING_MS = 6_000;
const SWEEP_MS = 1_000;

/** Where somebody is: in a clause, and with the caret where. */
export interface Place {
  readonly clauseId: string | null;
  readonly lang: Lang | null;
  readonly writing: boolean;
  readonly head: Uint8Array | null;
  readonly anchor: Uint8Array | null;
}

type Heard = Presence & { readonly at: number };

const NOWHERE: Place = { clauseId: null, lang: null, writing: false, head: null, anchor: null };

/** Who else is in the text, as far as was heard; and the own place, told to them. */
export class Company {
  private readonly heard = new Map<string, Heard>();
  private readonly wrote = new Map<string, { readonly participantId: string; readonly at: number }>();
  private place = NOWHERE;
  private told: Place | null = null;
  private readonly sweep: ReturnType<typeof setInterval>;
  private timer: ReturnType<typeof setTimeout> | null = null;

  /**
   * `self` names the own screen; `tell` sends the own place, and answers whether it was taken; `show` is called with
   * each change.
   */
  constructor(
    private readonly self: () => string | undefined,
    private readonly tell: (place: Place) => Promise<boolean>,
    private readonly show: (others: readonly Presence[]) => void,
  ) {
    this.sweep = setInterval(() => {
      this.forgetGone();
      this.tellPlace();
    }, SWEEP_MS);
  }

  end(): void {
    clearInterval(this.sweep);
    if (this.timer) clearTimeout(this.timer);
  }

  hear(present: readonly Presence[]): void {
    for (const each of present) {
      const [head, anchor] = [each.head && bytes(each.head), each.anchor && bytes(each.anchor)];
      this.heard.set(each.key, { ...each, head, anchor, at: Date.now() });
    }
    this.changed();
  }

  leave(key: string): void {
    if (this.heard.delete(key)) this.changed();
  }

  /** The line is lost: nothing is known of anybody, and nobody knows of this one. */
  clear(): void {
    this.heard.clear();
    this.wrote.clear();
    this.told = null;
    this.changed();
  }

  /** Letters came that somebody wrote in a clause, whatever their screen says of where they are. */
  wroteIn(clauseId: string, participantId: string): void {
    this.wrote.set(clauseId, { participantId, at: Date.now() });
  }

  /**
   * The name of another who is writing in a clause: who says so, or whose letters came within the last moments and who
   * was not heard of since.
   */
  writerIn(clauseId: string): string | null {
    const others = this.others();
    const letters = this.wrote.get(clauseId);
    const isFresh = letters && Date.now() - letters.at < WRITING_MS;
    const writer =
      others.find((each) => each.writing && each.clauseId === clauseId) ??
      others.find(
        ({ participantId, at }) => isFresh && participantId === letters.participantId && at < letters.at,
      );
    return writer?.name ?? null;
  }

  moveTo(place: Place): void {
    this.place = place;
    this.tellPlace();
  }

  /** Tells the own place where the others do not know it yet: at once, or as soon as something may be told again. */
  tellPlace(): void {
    const { place } = this;
    if (this.timer || (this.told && isSame(this.told, place))) return;
    this.told = place;
    this.timer = setTimeout(() => {
      this.timer = null;
      if (this.place !== place) this.tellPlace();
    }, TELL_MS);
    void this.tell(place).then((taken) => {
      if (!taken) this.told = null;
    });
  }

  private forgetGone(): void {
    const gone = [...this.heard.values()].filter(({ at }) => Date.now() - at > PRESENCE.gone);
    for (const { key } of gone) this.heard.delete(key);
    if (gone.length > 0) this.changed();
  }

  private others(): Heard[] {
    return [...this.heard.values()].filter(({ key }) => key !== this.self());
  }

  private changed(): void {
    this.show(this.others());
  }
}

const isSame = (one: Place, other: Place): boolean =>
  one.clauseId === other.clauseId &&
  one.lang === other.lang &&
  one.writing === other.writing &&
  sameBytes(one.head, other.head) &&
  sameBytes(one.anchor, other.anchor);
