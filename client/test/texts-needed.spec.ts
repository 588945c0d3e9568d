import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import first, { parts as others } from '../src/i18n/fr/first.js';
import fr from '../src/i18n/fr/index.js';

const SOURCE = join(import.meta.dirname, '../src');
const KEYS = [...new Set(Object.keys(fr).map((key) => key.replace(/_(zero|one|two|few|many|other)$/, '')))];
/** Of the errors of each room one: they come together. */
const ERRORS: Readonly<Record<string, keyof typeof fr>> = {
  identity: 'error.sign-in.failed',
  program: 'error.session.state',
  discussion: 'error.post.empty',
  proposals: 'error.proposal.state',
  voting: 'error.poll.state',
  appeal: 'error.appeal.state',
};
const LAZY = /lazily\(\s*\(\) => import\('([^']+)'\)([^)]*)\)/g;

interface Entry {
  readonly file: string;
  readonly parts: readonly string[];
}

const fileOf = (from: string, path: string): string => {
  const bare = join(dirname(from), path).replace(/\.js$/, '');
  return [`${bare}.ts`, `${bare}.tsx`].find(existsSync) ?? '';
};

/** All that comes at once with a file: it, and what it imports for more than its types, of the client's own. */
function moduleFiles(file: string, found = new Set<string>()): Set<string> {
  if (!file || found.has(file) || file.includes('/i18n/')) return found;
  found.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) (?!type )[^;]*?from '(\.[^']+)';$/gm,
  );
  for (const [, path] of imports) moduleFiles(fileOf(file, path as string), found);
  return found;
}

/** Keys that a source names: whole ones, and all that begin as a key does that it puts together. */
function keysIn(source: string): readonly string[] {
  const whole = new Set([...source.matchAll(/'([\w.-]+)'/g)].map(([, text]) => text));
  const begun = [...source.matchAll(/`([a-z-]+\.[\w.-]*)\$\{/g)].map(([, text]) => text as string);
  return KEYS.filter((key) => whole.has(key) || begun.some((start) => key.startsWith(start)));
}

/** What is said to whoever writes here: an error of the room, and a rule of fields where there is a form. */
function answersIn(file: string): readonly string[] {
  if (file.endsWith('ui/form.tsx')) return ['rule.other'];
  const writes = file.endsWith('.tsx') && /\b(useWrite|useMutation)[(<]/.test(readFileSync(file, 'utf8'));
  const error = ERRORS[/features\/(\w+)\//.exec(file)?.[1] ?? ''];
  return writes && error ? [error] : [];
}

/** Every file that the client loads by itself, with the parts of the texts that are there when it runs. */
function entries(entry: Entry, seen = new Set<string>()): readonly Entry[] {
  const name = [entry.file, ...entry.parts.toSorted()].join(' ');
  if (seen.has(name)) return [];
  seen.add(name);
  const inner = [...moduleFiles(entry.file)].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(LAZY)].flatMap(([, path, named]) => {
      const more = [...(named as string).matchAll(/'(\w+)'/g)].map(([, part]) => part as string);
      return entries({ file: fileOf(file, path as string), parts: [...entry.parts, ...more] }, seen);
    }),
  );
  return [entry, ...inner];
}

const parts = { ...others, first: async () => ({ default: first }) };

describe('every file that comes by itself', () => {
  const all = entries({ file: join(SOURCE, 'main.tsx'), parts: ['first'] });
  const named = all.map((entry) => [entry.file.slice(SOURCE.length + 1), entry] as const);

  it('is found', () => {
    expect(all.length).toBeGreaterThan(30);
    expect(named.map(([name]) => name)).toContain('features/voting/chair-controls.tsx');
  });

  it.each(named)('has the texts that it speaks: %s', async (_, { file, parts: asked }) => {
    const loaded = await Promise.all(
      asked.map(async (part) => (await parts[part as keyof typeof parts]()).default),
    );
    const there = new Set(
      loaded.flatMap(Object.keys).map((key) => key.replace(/_(zero|one|two|few|many|other)$/, '')),
    );
    const needed = [...moduleFiles(file)].flatMap((each) => keysIn(readFileSync(each, 'utf8')));
    needed.push(...[...moduleFiles(file)].flatMap(answersIn));
    expect([...new Set(needed)].filter((key) => !there.has(key)).sort()).toEqual([]);
  });
});
