import { Schema } from 'prosemirror-model';
import { ATTRIBUTES, type ClauseAttributes } from '../../../../../src/text/clause-document/clause-nodes.js';

const WITHOUT: ClauseAttributes = {
  id: '',
  kind: 'operative',
  topic: '',
  lang: '',
  editorial: '',
  sources: '',
};

/**
 * One language of the text. A clause may be without paragraphs: what binds the text to the shared document makes nodes
 * bit by bit, and one that did not fit for a moment would be dropped with its id and sources.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'clause*' },
    clause: {
      content: 'paragraph*',
      isolating: false,
      defining: true,
      attrs: Object.fromEntries(ATTRIBUTES.map((name) => [name, { default: WITHOUT[name] }])),
      parseDOM: [
        {
          tag: 'section[data-clause]',
          getAttrs: ({ dataset }) =>
            Object.fromEntries(ATTRIBUTES.map((name) => [name, dataset[name] ?? WITHOUT[name]])),
        },
      ],
      toDOM: ({ attrs }) => [
        'section',
        {
          'data-clause': '',
          ...Object.fromEntries(ATTRIBUTES.map((name) => [`data-${name}`, attrs[name]])),
        },
        0,
      ],
    },
    paragraph: { content: 'text*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    text: {},
  },
});

export const { clause: clauseType, paragraph: paragraphType } = schema.nodes;

export const attributesOfNode = (attrs: Readonly<Record<string, unknown>>): ClauseAttributes =>
  attrs as unknown as ClauseAttributes;
