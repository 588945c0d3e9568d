export const WAYS = ['one', 'codes', 'list'] as const;

/** What the form holds for each way, as typed. */
export interface Ways {
  readonly name: string;
  readonly email: string;
  readonly count: string;
  /** One person a line: a name, an address, or both in any order. */
  readonly list: string;
}

export interface Invitee {
  readonly name?: string;
  readonly email?: string;
}

/** As many as one request may carry. */
export const COUNT_MAX = 500;

/** The people to invite; empty while what was typed says nobody, or more than one request may carry. */
export function inviteesOf(way: (typeof WAYS)[number], given: Ways): readonly Invitee[] {
  const found =
    way === 'one'
      ? [invitee(given.name, given.email)]
      : way === 'codes'
        ? unnamed(given.count)
        : listed(given.list);
  return found.length > COUNT_MAX ? [] : found;
}

function unnamed(count: string): Invitee[] {
  const wanted = /^\d{1,4}$/.test(count.trim()) ? Number(count) : 0;
  return Array.from({ length: wanted }, () => ({}));
}

/** Reads what a spreadsheet or a mail program gives: `Amina Idrissi, amina@fes.ma`, `Amina <amina@fes.ma>`, tabs. */
function listed(list: string): Invitee[] {
  return list
    .split(/\r?\n/)
    .filter((line) => line.trim())
    .map((line) => {
      const email = /[^\s,;<>"]+@[^\s,;<>"]+/.exec(line)?.[0] ?? '';
      const name = line
        .replace(email, '')
        .replace(/[<>"]/g, '')
        .replace(/\s*[,;\t]\s*/g, ' ');
      return invitee(name, email);
    });
}

function invitee(name: string, email: string): Invitee {
  return {
    ...(name.trim() && { name: name.trim() }),
    ...(email.trim() && { email: email.trim() }),
  };
}
