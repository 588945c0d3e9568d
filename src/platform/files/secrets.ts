import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the root secret lies if the environment does not give it. */
export function secretPath(dataDir: string): string {
  return join(dataDir, 'secret');
}

/**
 * The installation's root secret: from `NIDAA_SECRET`, else made at first start and kept in the data
 * directory with mode 0600. Keys for each use are derived from it (HKDF-SHA-256), so that one never
 * stands in for another.
 */
export class Secrets {
  private constructor(private readonly root: Buffer) {}

  static async load(dataDir: string, given: string | null): Promise<Secrets> {
    if (given) return new Secrets(Buffer.from(given));
    await mkdir(dataDir, { recursive: true, mode: 0o755 });
    await Secrets.place(dataDir, Buffer.from(randomBytes(32).toString('base64url')));
    return new Secrets(await readFile(secretPath(dataDir)));
  }

  /** Keeps a secret in the data directory, unless one is there. A link is made whole or not at all, and by one only. */
  static async place(dataDir: string, secret: Buffer): Promise<void> {
    const draft = join(dataDir, `secret.${randomUUID()}`);
    const file = await open(draft, 'wx', 0o600);
    await file.writeFile(secret);
    await file.sync();
    await file.close();
    try {
      await link(draft, secretPath(dataDir));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      await rm(draft, { force: true });
    }
  }

  /** The root itself, for who backs it up. */
  reveal(): Buffer {
    return this.root;
  }

  /** Tells this secret from others, and nothing else of it. */
  mark(): string {
    return this.lookup('mark', '');
  }

  /** 32 bytes for one use. */
  key(use: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.root, 'nidaa', use, 32));
  }

  /** A keyed hash in hex: the same text gives the same, and nobody without the secret can try texts. */
  lookup(use: string, text: string): string {
    return createHmac('sha256', this.key(use)).update(text).digest('hex');
  }

  /** Encrypts and authenticates (AES-256-GCM): `iv.tag.data`, base64url. */
  seal(use: string, text: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(use), iv);
    const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return [iv, cipher.getAuthTag(), data].map((part) => part.toString('base64url')).join('.');
  }

  /** Throws if the text was not sealed by this installation for this use. */
  unseal(use: string, sealed: string): string {
    const [iv, tag, data] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
    const decipher = createDecipheriv('aes-256-gcm', this.key(use), iv as Buffer);
    decipher.setAuthTag(tag as Buffer);
    return Buffer.concat([decipher.update(data as Buffer), decipher.final()]).toString('utf8');
  }
}
