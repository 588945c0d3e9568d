import { IsNull } from 'typeorm';
import { Account } from '../identity/account.entity.js';
import { ApiToken } from '../identity/api-token.entity.js';
import { ApiTokens } from '../identity/api-tokens.service.js';
import { SCOPES, type Scope } from '../identity/identity.contract.js';
import { SystemClock } from '../kernel/clock.js';
import { readArguments } from './arguments.js';
import { CommandError } from './commands.js';
import { onRunningSystem, withEntities } from './running-system.js';

const OPTIONS = {
  email: { type: 'string' },
  scope: { type: 'string', multiple: true },
  name: { type: 'string', default: 'nidaa token create' },
  days: { type: 'string', default: '90' },
} as const;
const MOST_DAYS = 365;

/** Makes an API token for an account and prints it, the only time that it can be read. */
export async function run(args: string[]): Promise<number> {
  const { values, words } = readArguments(args, ['create'], OPTIONS);
  if (words[0] !== 'create') throw new CommandError('tokens can only be created here.');
  const email = values.email?.trim().toLowerCase();
  if (!email) throw new CommandError('--email is missing.');
  const wanted = { name: values.name, scopes: scopesIn(values.scope ?? []), days: daysIn(values.days) };
  const made = await onRunningSystem((config) =>
    withEntities(config, [Account, ApiToken], async (db) => {
      const account = await db.manager.findOneBy(Account, { email, erasedAt: IsNull() });
      if (!account) throw new CommandError(`no account has the address ${email}.`);
      return new ApiTokens(db, new SystemClock()).create(account.id, wanted);
    }),
  );
  const { id, scopes, expiresAt } = made.row;
  process.stdout.write(`${JSON.stringify({ id, token: made.token, scopes, expiresAt }, null, 2)}\n`);
  return 0;
}

function scopesIn(given: readonly string[]): Scope[] {
  if (given.length === 0) throw new CommandError('--scope is missing.');
  for (const scope of given)
    if (!(SCOPES as readonly string[]).includes(scope))
      throw new CommandError(`--scope must be one of ${SCOPES.join(', ')}.`);
  return given as Scope[];
}

function daysIn(text: string): number {
  const days = Number(text);
  if (!/^\d+$/.test(text) || days < 1 || days > MOST_DAYS)
    throw new CommandError(`--days must be a whole number from 1 to ${MOST_DAYS}.`);
  return days;
}
