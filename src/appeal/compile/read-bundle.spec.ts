import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallBundle } from '../../../test/support/bundles.js';
import { BadBundle, BUNDLE_SCHEMA, readBundleFile } from './read-bundle.js';

const changed = (change: (bundle: any) => void): string => {
  const bundle = structuredClone(smallBundle());
  change(bundle);
  return JSON.stringify(bundle);
};

describe('a bundle', () => {
  it('reads as it was written', () => {
    expect(readBundleFile(JSON.stringify(smallBundle()))).toEqual(smallBundle());
  });

  it('has its format in docs/bundle.schema.json', () => {
    const path = join(import.meta.dirname, '..', '..', '..', 'docs', 'bundle.schema.json');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(BUNDLE_SCHEMA);
  });

  it.each([
    ['a member less', (b: any) => delete b.forum.slug, 'forum.slug must be a text'],
    ['a member more', (b: any) => (b.proposals[0].author = 'x'), 'proposals[0].author must be left out'],
    ['another state', (b: any) => (b.proposals[1].state = 'lost'), 'proposals[1].state must be one of'],
    [
      'a number of people that is none',
      (b: any) => (b.threads[0].posts[0].support = -1),
      'support must be a whole number',
    ],
    [
      'a weight that is no exact number',
      (b: any) => (b.proposals[0].poll.yes = '0.5'),
      'proposals[0].poll.yes must be',
    ],
    [
      'a lone surrogate',
      (b: any) => (b.proposals[0].texts[0].text = '\ud800'),
      'texts[0].text must be a text',
    ],
    ['a contribution twice', (b: any) => (b.proposals[1].id = 'm1'), 'names a contribution twice'],
  ])('with %s is refused, and the place is named', (_, change, words) => {
    expect(() => readBundleFile(changed(change))).toThrow(BadBundle);
    expect(() => readBundleFile(changed(change))).toThrow(words);
  });

  it.each(['', '[]', 'null', '{"format":"nidaa-bundle/2"}'])('is not read from %j', (json) => {
    expect(() => readBundleFile(json)).toThrow(BadBundle);
  });
});
