import { DOMParser as BlockParser, type Node } from 'prosemirror-model';
import { htmlOfRuns, type Run } from '../../../../src/text/marked-text.js';
import type { Paragraph, WrittenParagraph } from '../../../../src/text/rich-text.contract.js';
import { newLocalId } from './local-ids.js';
import { paragraphType, schema } from './schema.js';

const parser = BlockParser.fromSchema(schema);

/** Paragraphs as a document to edit. Those without an id get one for this device. Never empty. */
export function docOf(paragraphs: readonly WrittenParagraph[]): Node {
  const blocks = paragraphs.map(blockOf);
  return schema.topNodeType.create(
    null,
    blocks.length > 0 ? blocks : [paragraphType.create({ id: newLocalId() })],
  );
}

export function blockOf({ id, kind, html }: WrittenParagraph): Node {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const topNode = paragraphType.create({ id: id ?? newLocalId(), kind });
  return parser.parse(body, { topNode, preserveWhitespace: true });
}

/** The paragraphs of a document, empty ones too; what was not saved yet has an id of this device. */
export function paragraphsOfDoc(doc: Node): Paragraph[] {
  return doc.children.map((block) => {
    const known = written.get(block);
    if (known) return known;
    const paragraph = { id: block.attrs.id, kind: block.attrs.kind, html: htmlOfBlock(block) };
    written.set(block, paragraph);
    return paragraph;
  });
}

/** A long text is written out at every letter; only what was changed is made anew. */
const written = new WeakMap<Node, Paragraph>();

function htmlOfBlock(block: Node): string {
  const runs = block.children.map((node): Run => {
    const mark = (name: string) => node.marks.find(({ type }) => type.name === name);
    return {
      text: node.isText ? (node.text as string).replaceAll('\n', ' ') : '\n',
      strong: Boolean(mark('strong')),
      em: Boolean(mark('em')),
      href: mark('link') ? escaped(mark('link')?.attrs.href) : null,
    };
  });
  return htmlOfRuns(runs);
}

export const escaped = (address: string): string =>
  address.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
