import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CommandError } from './commands.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads a command's arguments: options as `parseArgs` describes them, and as many other words as are named. */
export function readArguments<T extends Options>(args: string[], names: readonly string[], options: T) {
  const { values, positionals } = parsed(args, options);
  const missing = names[positionals.length];
  if (missing !== undefined) throw new CommandError(`${missing} is missing.`);
  const surplus = positionals[names.length];
  if (surplus !== undefined) throw new CommandError(`${JSON.stringify(surplus)} is one word too many.`);
  return { values, words: positionals };
}

function parsed<T extends Options>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CommandError((error as Error).message.split(/[.\n]/)[0] as string);
  }
}
