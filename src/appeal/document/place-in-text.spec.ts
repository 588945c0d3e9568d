import fc from 'fast-check';
import * as Y from 'yjs';
import { LANGS } from '../../kernel/localized.js';
import { newElement, openParts } from '../../text/clause-document/clause-nodes.js';
import { isPlaceInText } from './place-in-text.js';

const CLAUSE = { id: 'c', kind: 'operative', topic: '', lang: 'fr', editorial: '', sources: '' } as const;

function someDoc(): Y.Doc {
  const doc = openParts(new Y.Doc());
  doc.getXmlFragment('fr').insert(0, [newElement(CLAUSE, 'Les villes.')]);
  return doc;
}
const bytesOf = (type: Y.AbstractType<unknown>, at: number) =>
  Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(type, at));

describe('a place in the text', () => {
  it('is any that a caret can stand at: in words, behind them, in an empty paragraph, in a language', () => {
    const doc = someDoc();
    const fragment = doc.getXmlFragment('fr');
    const paragraph = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlElement;
    const words = paragraph.get(0) as Y.XmlText;
    const places = [
      ...[0, 4, words.length].map((at) => bytesOf(words as never, at)),
      bytesOf(paragraph as never, 1),
      ...LANGS.map((lang) => bytesOf(doc.getXmlFragment(lang) as never, 0)),
    ];
    expect(places.map(isPlaceInText)).toEqual(places.map(() => true));
  });

  it('is no other part of the document, no name of elsewhere, nothing long, nothing that is no bytes', () => {
    const doc = someDoc();
    const wrong = [
      bytesOf(doc.getMap('sources') as never, 0),
      bytesOf(doc.getXmlFragment('else') as never, 0),
      new Uint8Array(),
      new Uint8Array([3, 0]),
      new Uint8Array(33),
      'AAA=',
      [0, 1, 2],
      { item: null },
      null,
    ];
    expect(wrong.map(isPlaceInText)).toEqual(wrong.map(() => false));
  });

  it('answers whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => typeof isPlaceInText(bytes) === 'boolean'),
    );
  });
});
