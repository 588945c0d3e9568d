const CELLS = 30;

/**
 * A progress bar on standard error. A terminal sees it move; a log gets a line for every tenth.
 * What else is said meanwhile goes through `say`, so that the bar stays below it.
 */
export class ProgressBar {
  private shown = '';
  private tenths = -1;
  private phase = '';

  constructor(private readonly stream: NodeJS.WriteStream = process.stderr) {}

  show(phase: string, done: number, total: number): void {
    const share = total > 0 ? Math.min(done / total, 1) : 1;
    const percent = `${Math.floor(share * 100)} %`;
    if (this.stream.isTTY) {
      const filled = Math.round(share * CELLS);
      this.shown = `${phase} [${'#'.repeat(filled)}${'.'.repeat(CELLS - filled)}] ${percent}`;
      this.stream.write(`\r\x1b[K${this.shown}`);
      return;
    }
    const tenths = Math.floor(share * 10);
    if (phase === this.phase && tenths === this.tenths) return;
    [this.phase, this.tenths] = [phase, tenths];
    this.stream.write(`${phase} ${percent}\n`);
  }

  say(line: string): void {
    this.stream.write(this.shown ? `\r\x1b[K${line}\n${this.shown}` : `${line}\n`);
  }

  /** Leaves the bar where it is; what follows begins on a new line. */
  end(): void {
    if (this.shown) this.stream.write('\n');
    this.shown = '';
  }
}
