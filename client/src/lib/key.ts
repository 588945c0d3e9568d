/** A fresh key for a write: 128 random bits in hex. `randomUUID` is missing where a hall serves plain HTTP. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
