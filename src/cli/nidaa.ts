import 'reflect-metadata';
import { COMMANDS, type Command, type CommandName } from './commands.js';

const DONE = 0;
const BAD_INPUT = 2;

/**
 * The `nidaa` command: `nidaa <command> …`. Data goes to standard output, explanations to standard error, one
 * sentence each. Answers the exit code: 0 done, 1 checked and found wrong, 2 bad input or not possible.
 */
export async function nidaa([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(overview());
    return name === undefined ? BAD_INPUT : DONE;
  }
  if (!isCommand(name)) return fail(`there is no command ${JSON.stringify(name)}: see nidaa --help.`);
  if (args.includes('--help')) {
    process.stdout.write(`${usage(name)}\n`);
    return DONE;
  }
  try {
    const command = (await import(`./${name}.js`)) as Command;
    return await command.run(args);
  } catch (error) {
    return fail(`${name}: ${sentence(error)}`);
  }
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

function usage(name: CommandName): string {
  return `nidaa ${name} ${COMMANDS[name].use}`.trimEnd();
}

function overview(): string {
  const lines = (Object.keys(COMMANDS) as CommandName[]).map(
    (name) => `  ${usage(name)}\n      ${COMMANDS[name].does}\n`,
  );
  return `Usage: nidaa <command> …\n\n${lines.join('')}\nExit codes: 0 done, 1 checked and found wrong, 2 bad input.\n`;
}

function fail(text: string): number {
  process.stderr.write(`nidaa: ${text}\n`);
  return BAD_INPUT;
}

/** The first line of what went wrong; several attempts to connect come as one error without words of its own. */
function sentence(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? (first.message.split('\n')[0] as string) : String(first);
}
