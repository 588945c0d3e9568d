import { Injectable } from '@nestjs/common';
import { newCode, normaliseCode } from '../kernel/ids.js';
import { Config } from '../platform/config/config.js';
import { Secrets } from '../platform/files/secrets.js';

const USE = 'invitation';
/** 50 bits. With ten thousand invitations open, a guess hits one time in 10^11. */
const LENGTH = 10;

/** Makes codes, finds invitations by them and opens the sealed ones. A code is `ABCDE-FGHJK` for people. */
@Injectable()
export class InvitationCodes {
  constructor(
    private readonly secrets: Secrets,
    private readonly config: Config,
  ) {}

  create(): { code: string; codeLookup: string; codeSealed: string } {
    const code = newCode(LENGTH);
    return {
      code: grouped(code),
      codeLookup: this.lookup(code),
      codeSealed: this.secrets.seal(USE, code),
    };
  }

  /** What a typed code is looked up by, in whatever way it was typed. */
  lookup(typed: string): string {
    return this.secrets.lookup(USE, normaliseCode(typed));
  }

  open(sealed: string): string {
    return grouped(this.secrets.unseal(USE, sealed));
  }

  /** The page behind the badge's QR code. The code stands behind the `#` and so in no server's log. */
  link(code: string): string {
    return `${this.config.publicUrl}/join#${code}`;
  }
}

const grouped = (code: string): string => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
