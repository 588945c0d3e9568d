import { Injectable } from '@nestjs/common';
import { refuse } from '../../kernel/errors.js';
import type { Lang } from '../../kernel/localized.js';
import { Config } from '../../platform/config/config.js';
import { cleanText } from '../../platform/http/clean-text.js';
import { LANGUAGE_ERRORS } from './languages.contract.js';

const WAIT_MS = 20_000;
/** A clause has 4,000 characters at most; an answer much longer is no translation of one. */
const ANSWER_MAX = 64_000;
const TEXT_MAX = 4_000;

/** A machine that speaks LibreTranslate's protocol (`POST /translate`), where the operator configured one. */
@Injectable()
export class Translator {
  constructor(private readonly config: Config) {}

  get isOn(): boolean {
    return this.config.translateUrl !== null;
  }

  /** Throws `translation.off` without a machine and `translation.failed` where it gives no text in time. */
  async translate(text: string, source: Lang, target: Lang): Promise<string> {
    const { translateUrl, translateKey } = this.config;
    if (!translateUrl) throw refuse(LANGUAGE_ERRORS, 'translation.off');
    try {
      const answer = await fetch(`${translateUrl}/translate`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          q: text,
          source,
          target,
          format: 'text',
          ...(translateKey && { api_key: translateKey }),
        }),
        // A machine that sends on to somewhere else is not the one that was configured.
        redirect: 'error',
        signal: AbortSignal.timeout(WAIT_MS),
      });
      const translated = cleanText(await textIn(answer));
      if (translated && translated.length <= TEXT_MAX) return translated;
    } catch {
      // Whatever it stumbled over: there is no translation.
    }
    throw refuse(LANGUAGE_ERRORS, 'translation.failed');
  }
}

async function textIn(answer: Response): Promise<string> {
  if (!answer.ok || !answer.body) return '';
  const decoder = new TextDecoder();
  let body = '';
  for await (const piece of answer.body) {
    body += decoder.decode(piece, { stream: true });
    if (body.length > ANSWER_MAX) return '';
  }
  const { translatedText } = JSON.parse(body) as { translatedText?: unknown };
  return typeof translatedText === 'string' ? translatedText : '';
}
