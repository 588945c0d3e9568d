import { strFromU8, unzipSync } from 'fflate';
import type { Run } from '../../src/text/marked-text.js';
import type { ParagraphKind } from '../../src/text/rich-text.contract.js';

/** A paragraph of a Word file whose changes were all accepted, or all rejected. */
export interface Read {
  readonly kind: ParagraphKind;
  readonly runs: readonly Run[];
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => ENTITIES[name] as string);

/** XML without comments and CDATA, as Word files are. */
function parse(xml: string): Element {
  const top: Element = { name: '', attributes: {}, children: [] };
  const open = [top];
  for (const [, text, closing, name, rest, empty] of xml.matchAll(
    /([^<]*)<(\/?)([\w:]+|\?xml)((?:\s+[\w:]+="[^"]*")*)\s*(\/|\?)?>/g,
  )) {
    const parent = open.at(-1) as Element;
    if (text) parent.children.push(decoded(text));
    if (closing) open.pop();
    else if (name !== '?xml') {
      const pairs = [...(rest ?? '').matchAll(/([\w:]+)="([^"]*)"/g)];
      const attributes = Object.fromEntries(pairs.map(([, key, value]) => [key, decoded(value as string)]));
      const element: Element = { name: name as string, attributes, children: [] };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  return top;
}

const elements = ({ children }: Element): Element[] => children.filter((child) => typeof child !== 'string');
const child = (element: Element | undefined, name: string): Element | undefined =>
  element && elements(element).find((each) => each.name === name);
const all = (element: Element, name: string): Element[] =>
  elements(element).flatMap((each) => [...(each.name === name ? [each] : []), ...all(each, name)]);
const isOn = (properties: Element | undefined, name: string): boolean => {
  const found = child(properties, name);
  return found !== undefined && found.attributes['w:val'] !== 'false';
};

export class WordFileRead {
  readonly document: Element;
  private readonly formats: ReadonlyMap<string, string>;
  private readonly links: ReadonlyMap<string, string>;

  constructor(bytes: Uint8Array) {
    const files = unzipSync(bytes);
    const part = (path: string) => parse(strFromU8(files[path] as Uint8Array));
    this.document = part('word/document.xml');
    const numbering = part('word/numbering.xml');
    const formats = new Map(
      all(numbering, 'w:abstractNum').map((each) => [
        each.attributes['w:abstractNumId'],
        all(each, 'w:numFmt')[0]?.attributes['w:val'] ?? '',
      ]),
    );
    this.formats = new Map(
      all(numbering, 'w:num').map((each) => [
        each.attributes['w:numId'] as string,
        formats.get(child(each, 'w:abstractNumId')?.attributes['w:val']) ?? '',
      ]),
    );
    this.links = new Map(
      all(part('word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => [
        attributes.Id as string,
        attributes.Target as string,
      ]),
    );
  }

  /** Who is said to have inserted or deleted what: authors and dates. */
  get revisions(): { author: string; date: string }[] {
    return ['w:ins', 'w:del'].flatMap((name) =>
      all(this.document, name).map(({ attributes }) => ({
        author: attributes['w:author'] as string,
        date: attributes['w:date'] as string,
      })),
    );
  }

  /** Every word of the file, what was deleted too. */
  get words(): string {
    return [...all(this.document, 'w:t'), ...all(this.document, 'w:delText')]
      .flatMap(({ children }) => children)
      .join(' ');
  }

  /** Whether each paragraph of the proposal's text is laid out from right to left, and each of its runs. */
  get rightToLeft(): boolean {
    const paragraphs = this.paragraphs();
    return (
      paragraphs.every((each) => isOn(child(each, 'w:pPr'), 'w:bidi')) &&
      paragraphs.flatMap((each) => all(each, 'w:r')).every((run) => isOn(child(run, 'w:rPr'), 'w:rtl'))
    );
  }

  /** The proposal's text with every change accepted or rejected, as Word would leave it. */
  text(decided: 'accept' | 'reject'): Read[] {
    const dropped = decided === 'accept' ? 'w:del' : 'w:ins';
    let open: Run[] = [];
    return this.paragraphs().flatMap((paragraph): Read[] => {
      const properties = child(paragraph, 'w:pPr');
      open = joined([...open, ...this.runs(paragraph, dropped, null)]);
      // Without its mark a paragraph runs into the next one.
      if (child(child(properties, 'w:rPr'), dropped)) return [];
      const before = child(child(properties, 'w:pPrChange'), 'w:pPr');
      const runs = open;
      open = [];
      return [{ kind: this.kind(decided === 'reject' && before ? before : properties), runs }];
    });
  }

  private paragraphs(): Element[] {
    const body = all(this.document, 'w:body')[0] as Element;
    return elements(body).filter((each) =>
      child(child(each, 'w:pPr'), 'w:pStyle')?.attributes['w:val']?.startsWith('Proposal'),
    );
  }

  private kind(properties: Element | undefined): ParagraphKind {
    const style = child(properties, 'w:pStyle')?.attributes['w:val'];
    if (style !== 'ProposalItem') return style === 'ProposalQuote' ? 'quote' : 'text';
    const list = child(child(properties, 'w:numPr'), 'w:numId')?.attributes['w:val'] ?? '';
    return this.formats.get(list) === 'bullet' ? 'bullet' : 'number';
  }

  private runs(element: Element, dropped: string, href: string | null): Run[] {
    return elements(element).flatMap((each): Run[] => {
      if (each.name === dropped) return [];
      if (each.name === 'w:r') return [this.run(each, dropped, href)];
      const link = each.name === 'w:hyperlink' ? this.links.get(each.attributes['r:id'] ?? '') : null;
      return ['w:ins', 'w:del', 'w:hyperlink'].includes(each.name)
        ? this.runs(each, dropped, link ?? href)
        : [];
    });
  }

  private run(element: Element, dropped: string, href: string | null): Run {
    const properties = child(element, 'w:rPr');
    const before = child(child(properties, 'w:rPrChange'), 'w:rPr');
    const look = dropped === 'w:ins' && child(properties, 'w:rPrChange') ? before : properties;
    const text = elements(element)
      .map(({ name, children }) =>
        name === 'w:br' ? '\n' : /^w:(t|delText)$/.test(name) ? children.join('') : '',
      )
      .join('');
    return { text, strong: isOn(look, 'w:b'), em: isOn(look, 'w:i'), href };
  }
}

/** Runs of one look that follow each other as one, and none that is empty. */
export function joined(runs: readonly Run[]): Run[] {
  const done: Run[] = [];
  for (const run of runs.filter(({ text }) => text !== '')) {
    const last = done.at(-1);
    if (last && last.strong === run.strong && last.em === run.em && last.href === run.href)
      done[done.length - 1] = { ...last, text: last.text + run.text };
    else done.push(run);
  }
  return done;
}
