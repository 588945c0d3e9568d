import { Schema } from 'prosemirror-model';
import { PARAGRAPH_KINDS, type ParagraphKind } from '../../../../src/text/rich-text.contract.js';

const ALLOWED_ADDRESS = /^(?:https?:\/\/|mailto:)\S+$/i;

/** Whether a link may lead there. */
export const isAllowedAddress = (address: string): boolean => ALLOWED_ADDRESS.test(address);

/**
 * A text as it is edited: one paragraph after the other, each with its kind and id, none within another. Items that
 * follow each other only look like a list, so that nothing has to be nested and unnested when a kind changes.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: {
      content: 'inline*',
      attrs: { id: { default: '' }, kind: { default: 'text' } },
      parseDOM: [
        {
          tag: 'p',
          getAttrs: ({ dataset }) => ({ id: dataset.id ?? '', kind: kindNamed(dataset.kind) }),
        },
      ],
      toDOM: ({ attrs }) => ['p', { 'data-kind': attrs.kind, 'data-id': attrs.id }, 0],
    },
    text: { group: 'inline' },
    br: {
      inline: true,
      group: 'inline',
      selectable: false,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
      leafText: () => '\n',
    },
  },
  // From the outermost to the innermost, as the server writes them.
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (element) => {
            const href = element.getAttribute('href') ?? '';
            return isAllowedAddress(href) && { href };
          },
        },
      ],
      toDOM: ({ attrs }) => ['a', { href: attrs.href, rel: 'nofollow noopener' }, 0],
    },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
});

export const { paragraph: paragraphType, br: brType } = schema.nodes;
export const { link: linkType, strong: strongType, em: emType } = schema.marks;

function kindNamed(name: string | undefined): ParagraphKind {
  return PARAGRAPH_KINDS.find((kind) => kind === name) ?? 'text';
}
