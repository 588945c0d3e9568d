import * as Y from 'yjs';
import type { OpenedDocument, Presence } from '../../../../../src/appeal/document/document.contract.js';
import { openParts } from '../../../../../src/text/clause-document/clause-nodes.js';
import { clausesTouched } from '../../../../../src/text/clause-document/clauses-touched.js';
import { wordsSwallowed } from '../../../../../src/text/clause-document/words-swallowed.js';
import { bytes } from './bytes.js';
import { Company, type Place } from './company.js';
import { OwnWords } from './own-words.js';
import { type SpaceSocket, TextLine } from './text-line.js';
import { lastReadings, type Reading } from './unsent-words.js';

/** What is typed within this goes as one update. */
const GATHER_MS = 80;
const AGAIN_MS = 700;
/** Not taken at the moment: too much at once, the database away, a compile or a release under way. */
const AGAIN = /^(?:request\.too-many|service\.|appeal\.in-work)/;

/** Marks what came from the server, so that it is not sent back; with whose it is. */
class Told {
  constructor(
    readonly update: Uint8Array,
    readonly participantId: string | null = null,
  ) {}
}
/** Marks what another screen of the same person had kept: it goes to the server with all that is lacking there. */
const KEPT = Symbol('kept');

/** What whoever shows the text needs to know of the line; a new object with each change. */
export interface TogetherState {
  readonly line: 'connecting' | 'open' | 'lost';
  /** Another one when the text was made anew: what shows it begins again. */
  readonly doc: Y.Doc | null;
  readonly write: boolean;
  /** Everything that was written here is stored. */
  readonly saved: boolean;
  /** What is not stored is kept by this browser, should the page be closed. */
  readonly kept: boolean;
  /** Code of why what was written here is not taken; nothing more is sent. */
  readonly refused: string | null;
  /** What was not taken, clause by clause as its author had it; kept until given up. */
  readonly untaken: readonly Reading[];
  readonly others: readonly Presence[];
}

/** One person's share in an appeal's text: the document on this device, and the line that keeps it in step. */
export class Together {
  private state: TogetherState = {
    line: 'connecting',
    doc: null,
    write: false,
    saved: true,
    kept: true,
    refused: null,
    untaken: [],
    others: [],
  };
  private readonly listeners = new Set<() => void>();
  private readonly line: TextLine;
  private readonly company: Company;
  private readonly words: OwnWords;
  private epoch: string | null = null;
  private unsent: Uint8Array[] = [];
  private sending = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private ended = false;

  constructor(appealId: string, accountId: string, connect?: () => Promise<SpaceSocket>) {
    this.line = new TextLine(appealId, connect);
    this.words = new OwnWords(accountId, appealId);
    this.company = new Company(
      () => this.line.id,
      async (place) =>
        this.state.doc ? ((await this.line.ask('document.presence', place))?.ok ?? false) : false,
      (others) => this.set({ others }),
    );
  }

  readonly now = (): TogetherState => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  start(): Promise<void> {
    return this.line.start(this.open, this.lost, {
      update: ({ update, participantId }) => this.take(update, participantId),
      presence: (presence) => this.company.hear([presence]),
      here: ({ present }) => this.company.hear(present),
      absent: ({ key }) => this.company.leave(key),
      reopen: () => void this.open(),
    });
  }

  stop(): void {
    this.ended = true;
    if (this.timer) clearTimeout(this.timer);
    this.company.end();
    this.keep();
    this.line.stop(this.flush());
  }

  /** Where this person is; told to the others. */
  moveTo(place: Place): void {
    this.company.moveTo(place);
  }

  /** The name of another who writes in a clause at the moment. */
  readonly writerIn = (clauseId: string): string | null => this.company.writerIn(clauseId);

  /** Gives up what was not taken; after a refusal the text is taken as the server has it. */
  giveUp(): void {
    const { refused } = this.state;
    this.words.giveUp();
    this.set({ untaken: [], refused: null });
    if (!refused) return;
    this.words.settled();
    this.epoch = null;
    this.unsent = [];
    this.set({ saved: true, doc: null });
    void this.open();
  }

  /** Keeps what is not stored where it outlives the page. */
  readonly keep = (): void => {
    const { doc } = this.state;
    if (!doc || !this.epoch || this.unsent.length === 0) return;
    const update = Y.mergeUpdates(this.unsent);
    if (!this.sending) this.unsent = [update];
    this.set({ kept: this.words.keep(doc, this.epoch, update) });
  };

  private readonly lost = (): void => {
    this.company.clear();
    this.keep();
    this.set({ line: 'lost' });
  };

  private readonly open = async (): Promise<void> => {
    const { doc } = this.state;
    const known = doc && this.epoch ? { epoch: this.epoch, vector: Y.encodeStateVector(doc) } : {};
    const answer = await this.line.ask('document.open', known);
    if (this.ended || answer === null) return;
    if (answer.ok) return this.opened(answer.data);
    const { code } = answer.error;
    if (AGAIN.test(code)) return void setTimeout(() => void this.open(), AGAIN_MS);
    this.set({ line: 'open', write: false, refused: code });
    this.showUntaken([...this.words.leftBehind(), ...this.words.readings(doc)]);
  };

  private opened({ epoch, state, vector, write, present }: OpenedDocument): void {
    const known = epoch === this.epoch ? this.state.doc : null;
    if (!known) this.leaveEarlier();
    const doc = known ?? this.begin(epoch);
    Y.applyUpdate(doc, bytes(state), new Told(bytes(state)));
    if (!this.state.refused) this.showUntaken(this.words.bring(doc, epoch, KEPT));
    const owes = !this.state.refused && (this.unsent.length > 0 || this.words.isBringing);
    this.unsent = owes ? [Y.encodeStateAsUpdate(doc, bytes(vector))] : [];
    this.set({ line: 'open', doc, write, saved: !owes });
    this.company.hear(present);
    this.company.tellPlace();
    void this.flush();
  }

  private begin(epoch: string): Y.Doc {
    const doc = openParts(new Y.Doc());
    this.epoch = epoch;
    doc.on('afterTransaction', (done: Y.Transaction) => {
      if (!(done.origin instanceof Told)) return;
      this.showUntaken(wordsSwallowed(done, done.origin.update, doc.clientID));
    });
    doc.on('update', (update: Uint8Array, origin: unknown, _: Y.Doc, done: Y.Transaction) => {
      if (origin instanceof Told) {
        const { participantId } = origin;
        if (participantId)
          for (const { clauseId } of clausesTouched(done)) this.company.wroteIn(clauseId, participantId);
      } else if (origin !== KEPT && this.state.doc === doc) {
        this.unsent.push(update);
        this.words.wrote(clausesTouched(done));
        // Without a line nothing is waited for: what the page then says of it is so.
        if (!this.line.isOpen) this.keep();
        this.set({ saved: false });
        this.soon(GATHER_MS);
      }
    });
    return doc;
  }

  /** The text was made anew: what was written on the earlier one stays kept, and is shown as it stood. */
  private leaveEarlier(): void {
    this.keep();
    if (this.unsent.length > 0) this.showUntaken(this.words.readings(this.state.doc));
    this.words.leaveEarlier();
    this.unsent = [];
  }

  private showUntaken(readings: readonly Reading[]): void {
    const words = readings.filter(({ text }) => text);
    if (words.length > 0) this.set({ untaken: lastReadings([...this.state.untaken, ...words]) });
  }

  private take(update: Uint8Array, participantId: string | null): void {
    const { doc } = this.state;
    if (!doc) return;
    Y.applyUpdate(doc, bytes(update), new Told(bytes(update), participantId));
    // Something before it did not come: what is lacking is asked for.
    if (doc.store.pendingStructs !== null) void this.open();
  }

  private soon(ms: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.keep();
      void this.flush();
    }, ms);
  }

  /** One update after the other, in order; what comes meanwhile waits and goes together. */
  private async flush(): Promise<void> {
    const { unsent, epoch } = this;
    if (this.sending || unsent.length === 0 || !epoch || this.state.refused || !this.line.isOpen) return;
    this.sending = true;
    const count = unsent.length;
    const code = await this.line.store(epoch, Y.mergeUpdates(unsent));
    this.sending = false;
    // Opened anew meanwhile: what is lacking was made out then.
    if (this.unsent !== unsent) return this.soon(0);
    if (code === null) unsent.splice(0, count);
    else if (code === 'client.offline') return;
    else if (AGAIN.test(code)) return this.soon(AGAIN_MS);
    else if (code === 'document.incomplete' || code === 'document.replaced') return this.open();
    else {
      this.set({ refused: code });
      return this.showUntaken(this.words.readings(this.state.doc));
    }
    if (unsent.length > 0) return this.soon(0);
    this.words.settled();
    this.set({ saved: true });
  }

  private set(change: Partial<TogetherState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
