/** The most keys that one account may have. */
export const PASSKEYS_MAX = 10;

export const PASSKEY_ERRORS = {
  /** The device's answer does not hold: for another address, too late, twice, of a key that is not known here. */
  'passkey.refused': 'unauthenticated',
  'passkey.too-many': 'conflict',
} as const;

export interface PasskeyView {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly usedAt: string | null;
}

/** What a browser needs to make a key; it keeps one that can be found without a name, and looks at its owner. */
export interface PasskeyCreation {
  readonly challenge: string;
  /** The host that the key is for. */
  readonly host: string;
  /** Whose it is: bytes in base64url, and the name to show. */
  readonly handle: string;
  readonly name: string;
  /** COSE numbers of the signatures that are understood, the best first. */
  readonly algorithms: readonly number[];
  /** Credentials of the account: a device that has one makes no second. */
  readonly known: readonly string[];
  readonly timeoutMs: number;
}

/** What a browser needs to have a key answer. */
export interface PasskeyRequest {
  readonly challenge: string;
  readonly host: string;
  /** The credentials that may answer; empty: any that the device has for this host. */
  readonly allowed: readonly string[];
  readonly timeoutMs: number;
}

/** A new key, as the browser tells it; everything base64url. */
export interface PasskeyMade {
  readonly credential: string;
  readonly clientDataJSON: string;
  readonly attestationObject: string;
}

/** A key's answer to a challenge; everything base64url. It can be checked by anybody who has the public key. */
export interface PasskeyAnswer {
  readonly credential: string;
  readonly clientDataJSON: string;
  readonly authenticatorData: string;
  readonly signature: string;
}

export interface AddPasskey {
  readonly name: string;
  readonly made: PasskeyMade;
}
export interface PasskeySignIn {
  readonly answer: PasskeyAnswer;
}
