import { Injectable, type OnModuleInit } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { DIRECTION, type Lang } from '../../kernel/localized.js';
import { Config } from '../config/config.js';
import { EventDispatcher } from '../events/event-dispatcher.js';
import { Events } from '../events/events.service.js';
import { Jobs } from '../jobs/jobs.js';
import { Mail } from './mail.entity.js';

export interface Letter {
  readonly forumId: string | null;
  readonly to: string;
  readonly subject: string;
  /** Plain text; blank lines part paragraphs. */
  readonly body: string;
  readonly locale: Lang;
}

const SEND = 'mail.send';

/** Mail is written in the transaction that causes it and sent by a job; without a mail server it stays in the outbox. */
@Injectable()
export class Mailer implements OnModuleInit {
  private readonly transport: Transporter | null;

  constructor(
    private readonly config: Config,
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly dispatcher: EventDispatcher,
    private readonly jobs: Jobs,
  ) {
    this.transport = config.smtpUrl ? createTransport(config.smtpUrl) : null;
  }

  onModuleInit(): void {
    this.jobs.handle(SEND, ({ id }) => this.send(id as string));
    this.dispatcher.consume('mail', async (event) => {
      if (event.type === 'mail.written' && this.transport)
        await this.jobs.enqueue(SEND, { id: event.subjectId }, { key: event.subjectId });
    });
  }

  /** Whether mail leaves this installation, or stays where organisers find it. */
  get sends(): boolean {
    return this.transport !== null;
  }

  async write(em: EntityManager, letter: Letter): Promise<void> {
    const id = newId();
    const { to, ...rest } = letter;
    await em.insert(Mail, { id, recipient: to, ...rest, createdAt: this.clock.now() });
    await this.events.append(em, {
      forumId: letter.forumId,
      type: 'mail.written',
      subject: { kind: 'mail', id },
      actorId: null,
    });
  }

  /** Sends one mail. The row lock keeps two workers apart; a mail that was sent is not sent again. */
  private async send(id: string): Promise<void> {
    await this.db.transaction(async (em) => {
      const mail = await em.findOne(Mail, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!mail || mail.sentAt || !this.transport) return;
      await this.transport.sendMail({
        from: { name: 'Nidaa', address: `nidaa@${new URL(this.config.publicUrl).hostname}` },
        to: mail.recipient,
        subject: mail.subject,
        text: mail.body,
        html: asHtml(mail),
        messageId: `<${mail.id}@${new URL(this.config.publicUrl).hostname}>`,
      });
      await em.update(Mail, { id }, { sentAt: this.clock.now(), attempts: mail.attempts + 1, body: '' });
    });
  }
}

/** The same words with a direction, which plain text cannot carry. */
function asHtml({ body, locale }: Mail): string {
  const asEntities = (text: string): string =>
    text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`).replace(/https?:\/\/\S+/g, '<a href="$&">$&</a>');
  const paragraphs = body.split(/\n{2,}/).map((p) => `<p>${asEntities(p).replace(/\n/g, '<br>')}</p>`);
  return `<!doctype html><html lang="${locale}" dir="${DIRECTION[locale]}"><body>${paragraphs.join('')}</body></html>`;
}
