/** How much is read at the end of a file to find where a zip's directory lies: its last record and the longest comment. */
export const ZIP_END_BYTES = 22 + 65_535;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_ENTRIES = 20_000;
const LONGEST_DIRECTORY = 2 * 1024 * 1024;

/** Where the directory of a zip lies, in bytes from the beginning. */
export interface ZipDirectory {
  readonly offset: number;
  readonly length: number;
  readonly entries: number;
}

/**
 * Finds a zip's directory from the end of the file (PKWARE's APPNOTE, 4.3.16). Null where there is none that an
 * office document could have: it would be split, of 64 bits, too long, or not up to where it has to be.
 */
export function zipDirectory(end: Buffer, size: number): ZipDirectory | null {
  for (let at = end.length - 22; at >= 0; at--) {
    if (end.readUInt32LE(at) !== END || end.readUInt16LE(at + 20) !== end.length - at - 22) continue;
    const [disk, here, all] = [4, 8, 10].map((place) => end.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const [length, offset] = [12, 16].map((place) => end.readUInt32LE(at + place)) as [number, number];
    const fits = disk === 0 && here === all && offset + length === size - end.length + at;
    return fits && all <= MOST_ENTRIES && length <= LONGEST_DIRECTORY
      ? { offset, length, entries: all }
      : null;
  }
  return null;
}

/** The names in a zip's directory, as they are written there; null where it is not one. */
export function zipNames(directory: Buffer, entries: number): string[] | null {
  const names: string[] = [];
  let at = 0;
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY) return null;
    const [name, extra, comment] = [28, 30, 32].map((place) => directory.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    names.push(directory.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return at === directory.length ? names : null;
}

/** What a zip says of itself in a first entry `mimetype`, stored as it is (OpenDocument 1.3, part 2, 3.3); else null. */
export function zipMediaType(head: Buffer): string | null {
  const name = 'mimetype';
  if (head.length < 30 + name.length || head.readUInt32LE(0) !== LOCAL) return null;
  const [method, length, named, extra] = [
    head.readUInt16LE(8),
    head.readUInt32LE(18),
    head.readUInt16LE(26),
    head.readUInt16LE(28),
  ];
  const begin = 30 + named + extra;
  if (method !== 0 || length > 100 || head.toString('latin1', 30, 30 + named) !== name) return null;
  return begin + length <= head.length ? head.toString('latin1', begin, begin + length) : null;
}
