import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What it is to answer instead of a translation. */
type Answer = (response: ServerResponse, asked: Readonly<Record<string, unknown>>) => void;

/** A server on this machine that speaks LibreTranslate's protocol: it answers the text with its languages before it. */
export class TranslatingMachine {
  readonly asked: Readonly<Record<string, unknown>>[] = [];
  answer: Answer | null = null;
  private readonly server = createServer((request, response) => void this.reply(request, response));

  static async start(): Promise<TranslatingMachine> {
    const machine = new TranslatingMachine();
    await new Promise<void>((resolve) => machine.server.listen(0, '127.0.0.1', resolve));
    return machine;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const piece of request) body += piece;
    const asked = JSON.parse(body) as Record<string, unknown>;
    this.asked.push(asked);
    if (this.answer) return this.answer(response, asked);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ translatedText: `${asked.source}→${asked.target}: ${asked.q}` }));
  }
}
