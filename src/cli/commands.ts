/** A command's module is `./<name>.js`; it is loaded only when it is called. */
export interface Command {
  /** Answers the exit code: 0 done, 1 checked and found wrong. Throws CommandError for bad input. */
  run(args: string[]): Promise<number>;
}

export const COMMANDS = {
  audit: { use: '', does: 'checks every link of the event log' },
  backup: { use: '<file> [--with-secret] [--force]', does: 'writes everything into one archive' },
  compile: {
    use: '<bundle.json|-> [--out <folder>] [--lang ar|fr|en]',
    does: 'drafts an appeal from a bundle of contributions',
  },
  count: { use: '[<poll.json>|-]', does: 'counts one poll, exactly, with its rounds and reasons' },
  diff: {
    use: '[<texts.json>|-]',
    does: 'shows what was changed from one text to another, word by word',
  },
  export: {
    use: '[--forum <slug>] [--lang ar|fr|en] [--out <file>]',
    does: "writes a forum's contributions as a bundle",
  },
  import: {
    use: 'decidim|decide-madrid|bundle <path> [--forum <slug>] [--lang <code>] [--strict]',
    does: 'brings contributions from elsewhere into a forum',
  },
  merge: {
    use: '[<amendments.json>|-]',
    does: 'merges the amendments to a text, and lists those that collide',
  },
  rehearse: {
    use: '[--voters <number>] [--poll <id>] [--json]',
    does: 'holds a poll with simulated voters aside, and says whether each ballot was counted',
  },
  restore: { use: '<file> [--force]', does: 'fills an empty installation from an archive' },
  token: {
    use: 'create --email <address> --scope <scope> … [--name <name>] [--days <days>]',
    does: 'makes an API token for an account',
  },
  verify: {
    use: '<release or record: file, folder or address> [--key <key>]',
    does: 'checks a published appeal, or the record of a vote, and says what holds',
  },
} as const satisfies Readonly<Record<string, { readonly use: string; readonly does: string }>>;

export type CommandName = keyof typeof COMMANDS;

/** Something that the caller can put right: bad arguments, a file that is not there. The message is one sentence. */
export class CommandError extends Error {}
