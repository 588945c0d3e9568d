import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type {
  PasskeyAnswer,
  PasskeyCreation,
  PasskeyMade,
  PasskeyRequest,
  PasskeyView,
} from '../../src/identity/passkeys/passkeys.contract.js';
import type { BrowserClient } from './browser-client.js';

/** Present, verified, and with a new key's data (Web Authentication, 6.1). */
const FLAGS = { answer: 0x05, unverified: 0x01, made: 0x45 };

/** What a phone does with a passkey, with one key of its own: ES256, counted from 1. */
export class Authenticator {
  readonly credentialId = randomBytes(16);
  private readonly key: KeyObject;
  private readonly publicKey: KeyObject;
  private count = 0;

  constructor(readonly origin: string) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.key = pair.privateKey;
    this.publicKey = pair.publicKey;
  }

  /** The same key at another site, as a page that pretends to be this one would ask it. */
  at(origin: string): Authenticator {
    return Object.assign(Object.create(this), { origin });
  }

  get id(): string {
    return this.credentialId.toString('base64url');
  }

  /** Adds its key to the client's account; answers the passkey's id there. */
  async enrol(client: BrowserClient, name = 'Phone'): Promise<string> {
    const { body: options } = await client.post<PasskeyCreation>('/api/v1/me/passkeys/begin');
    const { body, status } = await client.post<PasskeyView>('/api/v1/me/passkeys', {
      name,
      made: this.make(options),
    });
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body.id;
  }

  make({ challenge, host }: Pick<PasskeyCreation, 'challenge' | 'host'>): PasskeyMade {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.credentialId.length);
    const authData = Buffer.concat([
      this.head(host, FLAGS.made),
      Buffer.alloc(16),
      length,
      this.credentialId,
      this.coseKey(),
    ]);
    const attestationObject = cborMap([
      [cborText('fmt'), cborText('none')],
      [cborText('attStmt'), cborMap([])],
      [cborText('authData'), cborBytes(authData)],
    ]);
    return {
      credential: this.id,
      clientDataJSON: this.clientData('webauthn.create', challenge),
      attestationObject: attestationObject.toString('base64url'),
    };
  }

  answer(
    { challenge, host }: Pick<PasskeyRequest, 'challenge' | 'host'>,
    { verified = true }: { verified?: boolean } = {},
  ): PasskeyAnswer {
    const data = this.head(host, verified ? FLAGS.answer : FLAGS.unverified);
    const clientDataJSON = this.clientData('webauthn.get', challenge);
    const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest();
    return {
      credential: this.id,
      clientDataJSON,
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', Buffer.concat([data, hash]), this.key).toString('base64url'),
    };
  }

  private head(host: string, flags: number): Buffer {
    this.count += 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.count);
    return Buffer.concat([createHash('sha256').update(host).digest(), Buffer.from([flags]), counter]);
  }

  private clientData(type: string, challenge: string): string {
    const data = { type, challenge, origin: new URL(this.origin).origin, crossOrigin: false };
    return Buffer.from(JSON.stringify(data)).toString('base64url');
  }

  /** EC2, ES256, P-256 (RFC 9053, 7.1.1). */
  private coseKey(): Buffer {
    const { x = '', y = '' } = this.publicKey.export({ format: 'jwk' });
    return cborMap([
      [cborInt(1), cborInt(2)],
      [cborInt(3), cborInt(-7)],
      [cborInt(-1), cborInt(1)],
      [cborInt(-2), cborBytes(Buffer.from(x, 'base64url'))],
      [cborInt(-3), cborBytes(Buffer.from(y, 'base64url'))],
    ]);
  }
}

/** The little of CBOR (RFC 8949) that a key needs. */
function cborHead(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}
const cborInt = (value: number): Buffer => (value < 0 ? cborHead(1, -1 - value) : cborHead(0, value));
const cborBytes = (bytes: Buffer): Buffer => Buffer.concat([cborHead(2, bytes.length), bytes]);
const cborText = (text: string): Buffer => Buffer.concat([cborHead(3, text.length), Buffer.from(text)]);
const cborMap = (pairs: [Buffer, Buffer][]): Buffer =>
  Buffer.concat([cborHead(5, pairs.length), ...pairs.flat()]);
