/** A name, an address or a code inside a sentence of another direction: neither disturbs the other. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
