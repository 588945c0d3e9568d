import { resolve } from 'node:path';

export const ROLES = ['web', 'worker', 'all'] as const;
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every variable that is read; docs/operation.md says what each does. */
export const VARIABLES = [
  'NODE_ENV',
  'PORT',
  'HOST',
  'NIDAA_DATA_DIR',
  'NIDAA_PUBLIC_URL',
  'DATABASE_URL',
  'REDIS_URL',
  'SMTP_URL',
  'NIDAA_TRANSLATE_URL',
  'NIDAA_TRANSLATE_KEY',
  'NIDAA_SECRET',
  'ROLE',
  'NIDAA_SAMPLE',
  'LOG_LEVEL',
] as const;

/** What the environment says, checked once at start. Injected everywhere; nothing else reads `process.env`. */
export class Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Where people reach this installation: the links in mail and on badges begin with it. No slash at the end. */
  readonly publicUrl: string;
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly smtpUrl: string | null;
  /** A machine that translates (LibreTranslate's protocol); without it none is asked. No slash at the end. */
  readonly translateUrl: string | null;
  readonly translateKey: string | null;
  /** The root secret, where it is not kept in the data directory: several machines must share one. */
  readonly secret: string | null;
  readonly role: (typeof ROLES)[number];
  /** Whether the sample forum and the sign-in links for trying out are wanted. Never in production. */
  readonly sample: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly production: boolean;

  constructor(values: ConfigValues) {
    Object.assign(this, values);
  }

  /** What keys in Redis begin with: installations on different databases may share one Redis. */
  get redisPrefix(): string {
    const database = this.databaseUrl ? new URL(this.databaseUrl).pathname.slice(1) : '';
    return `nidaa:${database || 'nidaa'}`;
  }
}

type ConfigValues = Omit<Config, 'redisPrefix'>;

/** A value of the environment that the start cannot go on with. The message is one sentence that names it. */
export class ConfigError extends Error {}

type Variable = (typeof VARIABLES)[number];
type Env = Readonly<Partial<Record<Variable, string | undefined>>>;

/** Reads and checks the environment (docs/operation.md lists the variables). Throws ConfigError. */
export function readConfig(env: Env): Config {
  const production = env.NODE_ENV === 'production';
  const port = integer(env, 'PORT', 3000, 0, 65535);
  return new Config({
    production,
    port,
    host: text(env, 'HOST') ?? (production ? '0.0.0.0' : '127.0.0.1'),
    dataDir: resolve(text(env, 'NIDAA_DATA_DIR') ?? './data'),
    publicUrl: publicUrl(env) ?? `http://localhost:${port}`,
    databaseUrl: url(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    redisUrl: url(env, 'REDIS_URL', ['redis:', 'rediss:']),
    smtpUrl: url(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    translateUrl: url(env, 'NIDAA_TRANSLATE_URL', ['http:', 'https:'])?.replace(/\/+$/, '') ?? null,
    translateKey: text(env, 'NIDAA_TRANSLATE_KEY'),
    secret: secret(env),
    role: oneOf(env, 'ROLE', ROLES, 'all'),
    sample: !production && oneOf(env, 'NIDAA_SAMPLE', ['0', '1'] as const, '1') === '1',
    logLevel: oneOf(env, 'LOG_LEVEL', LOG_LEVELS, production ? 'info' : 'warn'),
  });
}

function text(env: Env, name: Variable): string | null {
  return env[name]?.trim() || null;
}

function integer(env: Env, name: Variable, fallback: number, min: number, max: number): number {
  const value = text(env, name);
  if (value === null) return fallback;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < min || number > max)
    throw new ConfigError(`${name} must be a whole number from ${min} to ${max}.`);
  return number;
}

function oneOf<T extends string>(env: Env, name: Variable, values: readonly T[], fallback: T): T {
  const value = text(env, name);
  if (value === null) return fallback;
  if (!(values as readonly string[]).includes(value))
    throw new ConfigError(`${name} must be one of ${values.join(', ')}.`);
  return value as T;
}

/** The sentence never repeats the value: an address may carry a password. */
function url(env: Env, name: Variable, protocols: readonly string[]): string | null {
  const value = text(env, name);
  if (value === null) return null;
  if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol))
    throw new ConfigError(
      `${name} must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}.`,
    );
  return value;
}

function secret(env: Env): string | null {
  const value = text(env, 'NIDAA_SECRET');
  if (value !== null && value.length < 32)
    throw new ConfigError('NIDAA_SECRET must have at least 32 characters.');
  return value;
}

function publicUrl(env: Env): string | null {
  const value = url(env, 'NIDAA_PUBLIC_URL', ['http:', 'https:']);
  if (value && (new URL(value).pathname !== '/' || new URL(value).search || new URL(value).hash))
    throw new ConfigError('NIDAA_PUBLIC_URL must be an address without a path.');
  return value && new URL(value).origin;
}
