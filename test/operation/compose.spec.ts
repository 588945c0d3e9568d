import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { COMMANDS } from '../../src/cli/commands.js';
import { readConfig, VARIABLES } from '../../src/platform/config/config.js';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
}

const text = read('docker-compose.yml');
const compose = parse(text, { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);
const ours = services.filter(([, { build }]) => build !== undefined);
/** The words of an instruction of the Dockerfile, continued lines joined. */
const dockerfile = read('Dockerfile')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split(/\s+/));

/** A path of the image, as it lies in the repository: what is built comes from a source of the same name. */
function source(path: string): string {
  return path.replace(/^dist\/(.*)\.js$/, '$1.ts');
}

describe('docker-compose.yml', () => {
  it('has Postgres, Redis, two web processes behind a proxy, one worker and a backup job', () => {
    const roles = ours.map(([name, { environment, command }]) => [
      name,
      command ? 'command' : environment?.ROLE,
    ]);
    expect(roles).toEqual([
      ['web1', 'web'],
      ['web2', 'web'],
      ['worker', 'worker'],
      ['backup', 'command'],
    ]);
    expect(services.map(([name]) => name)).toEqual(expect.arrayContaining(['proxy', 'postgres', 'redis']));
  });

  it.each(ours)(
    'gives %s only variables that Nidaa reads, with values that it accepts',
    (_, { environment = {} }) => {
      expect(VARIABLES).toEqual(expect.arrayContaining(Object.keys(environment)));
      const filled = Object.entries(environment).map(([name, value]) => [name, filledIn(String(value))]);
      const config = readConfig({ NODE_ENV: 'production', ...Object.fromEntries(filled) });
      expect(config).toMatchObject({ port: 3000, host: '0.0.0.0', publicUrl: 'https://forum.example.org' });
      expect(new URL(config.databaseUrl as string).hostname).toBe('postgres');
      expect(new URL(config.redisUrl as string).hostname).toBe('redis');
    },
  );

  it('takes from .env what deploy/env.example explains, and nothing else', () => {
    const taken = [...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    const explained = [...read('deploy/env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect([...new Set(taken)].sort()).toEqual([...explained].sort());
  });

  it.each(services)('mounts for %s only what is there', (_, { volumes = [] }) => {
    for (const volume of volumes) {
      const [from = '', to] = volume.split(':');
      expect(to).toMatch(/^\//);
      if (from.startsWith('.')) expect(existsSync(join(ROOT, from))).toBe(true);
      else expect(Object.keys(compose.volumes)).toContain(from);
    }
  });

  it.each(services)(
    'lets %s wait only for services that tell when they are healthy',
    (_, { depends_on = {} }) => {
      for (const [name, { condition }] of Object.entries(depends_on)) {
        expect(condition).toBe('service_healthy');
        expect(compose.services[name]?.healthcheck?.test).toBeDefined();
      }
    },
  );

  it.each(ours)('calls in %s programs that the image holds', (_, { command, healthcheck }) => {
    const called = [command, healthcheck?.test?.slice(1)].filter((words) => words !== undefined);
    for (const words of called)
      for (const path of words.filter((word) => /^(deploy|dist|bin)\//.test(word))) {
        expect(existsSync(join(ROOT, source(path)))).toBe(true);
        expect(copied()).toContain(path.split('/')[0]);
      }
  });

  it('writes backups by a command that there is, on a volume of their own', () => {
    const script = read('deploy/backup.sh');
    const [, name = ''] = /node bin\/nidaa\.js (\w+)/.exec(script) ?? [];
    expect(Object.keys(COMMANDS)).toContain(name);
    const [, folder = ''] = /^folder=(.*)$/m.exec(script) ?? [];
    expect(compose.services.backup?.volumes).toContain(`backups:${folder}`);
  });

  /** What a person would put into .env. */
  function filledIn(value: string): string {
    const given: Record<string, string> = {
      NIDAA_PUBLIC_URL: 'https://forum.example.org',
      POSTGRES_PASSWORD: 'abc123',
    };
    return value.replace(
      /\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g,
      (_, name, otherwise) => given[name] ?? otherwise ?? '',
    );
  }
});

describe('the proxy', () => {
  const caddyfile = read('deploy/Caddyfile');

  it('passes on to every web process at the port it listens on', () => {
    const upstreams = /reverse_proxy (.*) \{/.exec(caddyfile)?.[1]?.split(' ');
    const expected = ours.filter(([, { environment, command }]) => !command && environment?.ROLE === 'web');
    expect(upstreams).toEqual(expected.map(([name, { environment }]) => `${name}:${environment?.PORT}`));
  });

  it('asks an address that tells readiness, keeps the figures inside, and knows its variables', () => {
    expect(caddyfile).toContain('health_uri /health/ready');
    expect(caddyfile).toContain('@inside path /metrics');
    const used = [...caddyfile.matchAll(/\{\$(\w+)\}/g)].map(([, name]) => name as string);
    expect(Object.keys(compose.services.proxy?.environment ?? {})).toEqual([...new Set(used)]);
  });
});

describe('the Dockerfile', () => {
  it('copies what is there and what .dockerignore lets through', () => {
    const allowed = [...read('.dockerignore').matchAll(/^!(.*)$/gm)].map(([, path]) => path);
    const paths = dockerfile
      .filter(([word, from]) => word === 'COPY' && !from?.startsWith('--from'))
      .flatMap(([, ...words]) => words.slice(0, -1));
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths) {
      expect(allowed).toContain(path);
      if (path !== 'package-lock.json') expect(existsSync(join(ROOT, path))).toBe(true);
    }
  });

  it('builds in one stage and runs in another, as a user without rights', () => {
    expect(dockerfile.filter(([word]) => word === 'FROM')).toHaveLength(2);
    const user = dockerfile.findLastIndex(([word]) => word === 'USER');
    expect(dockerfile[user]).toEqual(['USER', 'node']);
    expect(user).toBeGreaterThan(dockerfile.findLastIndex(([word]) => word === 'RUN'));
  });

  it('starts what npm start starts', () => {
    const start = JSON.parse(read('package.json')).scripts.start as string;
    const command =
      dockerfile
        .find(([word]) => word === 'CMD')
        ?.slice(1)
        .join(' ') ?? '[]';
    expect(`exec ${JSON.parse(command).join(' ')}`).toBe(start);
    const [, build = ''] =
      /node (scripts\/\S+)/.exec(JSON.parse(read('package.json')).scripts.prestart) ?? [];
    expect(dockerfile).toContainEqual(['RUN', 'node', build]);
  });
});

/** Top folders of the final image that the repository or its build provides. */
function copied(): string[] {
  const last = dockerfile.findLastIndex(([word]) => word === 'FROM');
  return dockerfile
    .slice(last)
    .filter(([word]) => word === 'COPY')
    .map((words) => words.at(-1) as string);
}
