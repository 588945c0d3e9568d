import { FILE_KINDS, type FileKind } from '../../platform/files/file-kinds.contract.js';
import { fitting } from '../../platform/http/attachment.js';

/** What a file without a name is called. */
const NAMELESS = 'file';

/** Endings that say what `kind` is, in the sender's words. */
const SAME: Readonly<Partial<Record<FileKind, readonly string[]>>> = { jpg: ['jpeg', 'jpe'] };

/**
 * The name of a file without folders, signs that hide or turn words round, and anything else that is not of a name;
 * it ends as its content is, whatever it was called: `notes.exe` is `notes.exe.txt`.
 */
export function attachmentName(sent: string, kind: FileKind): string {
  return `${stemOf(sent, kind)}.${kind}`;
}

/** A name as `attachmentName` makes it, in its two parts. */
export function partsOf(name: string): { readonly stem: string; readonly ending: string } {
  const ending = Object.keys(FILE_KINDS).find((each) => name.endsWith(`.${each}`)) ?? NAMELESS;
  return { stem: name.slice(0, -ending.length - 1), ending };
}

function stemOf(sent: string, kind: FileKind): string {
  const name = (sent.split(/[/\\]/).at(-1) ?? '').trim();
  const ending = [kind, ...(SAME[kind] ?? [])].find((each) => name.toLowerCase().endsWith(`.${each}`));
  // Cut to its length without the ending, which it gets anyway.
  return fitting(ending ? name.slice(0, -ending.length - 1) : name) || NAMELESS;
}
