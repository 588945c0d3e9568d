import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { akomaNtosoFiles } from '../../src/appeal/release/akoma-ntoso.js';
import { LANGS } from '../../src/kernel/localized.js';
import { naughty } from '../support/naughty.js';
import { type Made, makeRelease } from '../support/releases.js';
import { schemaFaults, textsIn } from '../support/xml-schema.js';

const DATA =
  process.env.NIDAA_SHARED_DATA ?? resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const SCHEMA = resolve(DATA, 'schemas', 'akomantoso30.xsd');
const describeOnSchema = existsSync(SCHEMA) ? describe : describe.skip;
const why = existsSync(SCHEMA) ? '' : ` (skipped: no schema at ${DATA})`;

describeOnSchema(`the OASIS schema of Akoma Ntoso 3.0${why}`, () => {
  let made: Made;
  beforeAll(async () => {
    made = await makeRelease();
  }, 60_000);

  it.each(LANGS)('finds nothing wrong with the appeal in %s', (lang) => {
    expect(schemaFaults(made.files.get(`appeal.${lang}.akn.xml`) as Uint8Array, SCHEMA)).toEqual([]);
  });

  it('finds what is wrong where something is', () => {
    const text = new TextDecoder().decode(made.files.get('appeal.fr.akn.xml'));
    const broken = new TextEncoder().encode(text.replace('<mainBody>', '<mainBody><unheard/>'));
    expect(schemaFaults(broken, SCHEMA).join('\n')).toContain('unheard');
  });

  it('reads people’s words to the letter, entities of XML too', () => {
    const { contributions, appeal } = made.documents;
    const text = 'a &lt; b &amp; c &xxe; ]]> <d>';
    const clauses = appeal.clauses.map((clause) => ({ ...clause, texts: { fr: text } }));
    const [, [, xml]] = akomaNtosoFiles({ contributions, appeal: { ...appeal, clauses } }) as [
      [],
      [string, Uint8Array],
    ];
    expect(textsIn(xml, '//*[local-name()="recital"]/*')).toContain(text);
  });

  it('finds nothing wrong whatever people wrote', async () => {
    const hostile = (await naughty()).join(' ');
    const { contributions, appeal } = made.documents;
    const clauses = appeal.clauses.map((clause) => ({
      ...clause,
      texts: { fr: hostile },
      sources: clause.sources.map((source) => ({ ...source, quote: `\u0000\uFFFE\uD800${hostile}` })),
    }));
    const documents = {
      contributions,
      appeal: { ...appeal, title: { ar: hostile, fr: hostile, en: hostile }, clauses },
    };
    for (const [path, xml] of akomaNtosoFiles(documents))
      expect([path, schemaFaults(xml, SCHEMA)]).toEqual([path, []]);
  });
});
