import { htmlOfRuns, type Run } from '../../../../src/text/marked-text.js';
import type { ParagraphKind, WrittenParagraph } from '../../../../src/text/rich-text.contract.js';
import { escaped } from './paragraphs.js';
import {
  COMMENTS,
  HEADINGS,
  hasOtherLooks,
  isUnseen,
  kindOfElement,
  looksOf,
  PICTURES,
} from './pasted-elements.js';
import { isAllowedAddress } from './schema.js';

/** What a text cannot hold and is told of where it was in what was pasted. */
export type Gone = 'headings' | 'tables' | 'lists' | 'pictures' | 'comments' | 'styles' | 'links' | 'signs';

export interface Cleaned {
  readonly paragraphs: readonly WrittenParagraph[];
  readonly gone: readonly Gone[];
}

/** The allowed structure of anything that was copied elsewhere: words in paragraphs, nothing else. */
export function cleanPastedHtml(html: string): Cleaned {
  const cleaning = new Cleaning();
  cleaning.walk(new DOMParser().parseFromString(html, 'text/html').body);
  return cleaning.end();
}

/** A blank line parts paragraphs, "- " makes an item, any other line break stays one. */
export function cleanPastedText(text: string): Cleaned {
  const cleaning = new Cleaning();
  for (const block of text.replace(/\r\n?/g, '\n').split(/\n[^\S\n]*\n+/)) {
    const lines = block.split('\n');
    const items = lines.every((line) => ITEM.test(line));
    if (items) for (const line of lines) cleaning.add('bullet', [line.replace(ITEM, '')]);
    else cleaning.add('text', lines);
  }
  return cleaning.end();
}

const ITEM = /^\s*[-•] /;
/** As the server takes them out: what changes how other text is shown; and signs of private use. */
const SIGNS = /(?![\t\n\r])[\p{Cc}\p{Co}\u202A-\u202E\u2066-\u2069\uFEFF]|[\u{E0000}-\u{E007F}]/gu;

class Cleaning {
  private readonly paragraphs: WrittenParagraph[] = [];
  private readonly gone = new Set<Gone>();
  private runs: Run[] = [];
  private kind: ParagraphKind = 'text';
  private look: Omit<Run, 'text'> = { strong: false, em: false, href: null };
  /** Within a row of a table blocks part no paragraphs. */
  private inRow = false;

  walk(parent: Node): void {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) this.say(node.nodeValue ?? '');
      else if (node instanceof Element && !isUnseen(node)) this.element(node);
    }
  }

  add(kind: ParagraphKind, lines: readonly string[]): void {
    this.block(kind, () => {
      for (const [at, line] of lines.entries()) {
        if (at > 0) this.breakLine();
        this.say(line);
      }
    });
  }

  end(): Cleaned {
    this.flush();
    return { paragraphs: this.paragraphs, gone: [...this.gone] };
  }

  private element(element: Element): void {
    const kind = kindOfElement(element, this.kind);
    this.note(element);
    if (element.matches(`${COMMENTS}, ${PICTURES}`)) return;
    if (element.localName === 'br') this.breakLine();
    else if (element.localName === 'tr') this.row(element);
    else if (kind) this.block(kind, () => this.walk(element));
    else this.inline(element);
  }

  private note(element: Element): void {
    if (element.matches(COMMENTS)) this.gone.add('comments');
    if (element.matches(PICTURES)) this.gone.add('pictures');
    if (element.matches(HEADINGS)) this.gone.add('headings');
    if (element.matches('table')) this.gone.add('tables');
    if (element.matches('ul ul, ul ol, ol ul, ol ol')) this.gone.add('lists');
    if (hasOtherLooks(element)) this.gone.add('styles');
  }

  /** The cells of a row stand in one line. */
  private row(element: Element): void {
    this.block('text', () => {
      this.inRow = true;
      for (const [at, cell] of [...element.children].entries()) {
        if (at > 0) this.say(' | ');
        this.walk(cell);
      }
      this.inRow = false;
    });
  }

  private block(kind: ParagraphKind, within: () => void): void {
    const outer = this.kind;
    this.part();
    if (!this.inRow) this.kind = kind;
    within();
    this.part();
    this.kind = outer;
  }

  private part(): void {
    if (this.inRow) this.say(' ');
    else this.flush();
  }

  private inline(element: Element): void {
    const outer = this.look;
    const href = element.localName === 'a' ? this.addressOf(element) : null;
    this.look = { ...outer, ...looksOf(element), href: href ?? outer.href };
    this.walk(element);
    this.look = outer;
  }

  private addressOf(element: Element): string | null {
    const href = element.getAttribute('href')?.trim();
    if (!href) return null;
    if (isAllowedAddress(href)) return escaped(href);
    this.gone.add('links');
    return null;
  }

  private say(text: string): void {
    const seen = text.toWellFormed().replace(SIGNS, '');
    if (seen.length < text.length) this.gone.add('signs');
    const line = seen.normalize('NFC').replace(/[ \t\r\n]+/g, ' ');
    const parted = /[ \n]$/.test(this.runs.at(-1)?.text ?? ' ');
    const words = parted ? line.replace(/^ /, '') : line;
    if (words) this.runs.push({ text: words, ...this.look });
  }

  private breakLine(): void {
    const last = this.runs.at(-1);
    if (this.inRow) this.say(' ');
    else if (last) this.runs.push({ ...last, text: '\n' });
  }

  private flush(): void {
    const runs = trimmed(this.runs);
    this.runs = [];
    if (runs.length > 0) this.paragraphs.push({ kind: this.kind, html: htmlOfRuns(runs) });
  }
}

/** Neither blanks nor line breaks at the ends. */
function trimmed(runs: readonly Run[]): Run[] {
  const holds = ({ text }: Run) => text.trim() !== '';
  const [first, last] = [runs.findIndex(holds), runs.findLastIndex(holds)];
  if (first < 0) return [];
  return runs.slice(first, last + 1).map((run, at) => {
    const begun = at === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: first + at === last ? begun.trimEnd() : begun };
  });
}
