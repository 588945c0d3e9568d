/** What this browser remembers. Storage may be forbidden or full: then nothing is remembered and nothing breaks. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`nidaa.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`nidaa.${name}`);
    else localStorage.setItem(`nidaa.${name}`, value);
  } catch {
    // a private window, or no room left
  }
}

/** The names under which something is remembered that begin so. */
export function namesOf(beginning: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(`nidaa.${beginning}`))
      .map((name) => name.slice('nidaa.'.length));
  } catch {
    return [];
  }
}
