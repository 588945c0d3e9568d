import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { EventDispatcher } from '../../platform/events/event-dispatcher.js';
import { accountOf, type Reader } from '../../platform/http/reader.js';
import { APPEAL_ERRORS } from '../appeal.contract.js';
import { Budget } from './budget.js';
import type { OpenedDocument } from './document.contract.js';
import { CloseDocumentDto, OpenDocumentDto, TellPresenceDto, UpdateDocumentDto } from './document.dto.js';
import { DocumentAccess, stateError } from './document-access.js';
import { documentRoom, LiveDocuments } from './live-documents.service.js';
import { Presences } from './presence.service.js';

/** What a socket may send: keystrokes are gathered by whoever sends them, so this is many times what typing takes. */
const UPDATES = { burst: 60, aSecond: 20 };
const TELLING = { burst: 20, aSecond: 5 };
const OPENING = { burst: 20, aSecond: 1 };
const OPEN_AT_ONCE = 4;

/** What one socket has open: by appeal, as whom, and whether that person might write when it was opened. */
interface Desk {
  readonly open: Map<string, { readonly participantId: string; readonly write: boolean }>;
  readonly budget: Record<'update' | 'tell' | 'open', Budget>;
}

@Injectable()
export class DocumentGateway {
  constructor(
    private readonly live: LiveDocuments,
    private readonly access: DocumentAccess,
    private readonly presences: Presences,
    dispatcher: EventDispatcher,
  ) {
    const { space } = live;
    space.on('document.open', OpenDocumentDto, (reader, body, socket) => this.open(reader, body, socket));
    space.on(
      'document.update',
      UpdateDocumentDto,
      (reader, body, socket) => this.update(reader, body, socket),
      isUpdate,
    );
    space.on('document.presence', TellPresenceDto, (reader, body, socket) => this.tell(reader, body, socket));
    space.on('document.close', CloseDocumentDto, async (_, { appealId }, socket) => {
      await this.close(socket, appealId);
      return {};
    });
    space.onLeave((socket) => {
      for (const appealId of deskOf(socket).open.keys()) void this.close(socket, appealId);
    });
    dispatcher.listen(({ type, subjectId }) => {
      if (type === 'participant.changed') this.askAgain(subjectId);
    });
  }

  private async open(
    reader: Reader,
    { appealId, vector, epoch }: OpenDocumentDto,
    socket: Socket,
  ): Promise<OpenedDocument> {
    const desk = deskOf(socket);
    desk.budget.open.take();
    const { standing, write } = await this.access.enter(reader, appealId);
    if (!desk.open.has(appealId)) {
      if (desk.open.size >= OPEN_AT_ONCE) throw refuse(KERNEL_ERRORS, 'request.too-many');
      this.live.hold(appealId);
    }
    desk.open.set(appealId, { participantId: standing.participant?.id as string, write });
    // Before reading: an update in between comes twice, which does no harm; the other way round it would be lost.
    await socket.join(documentRoom(appealId));
    if (socket.disconnected) await this.close(socket, appealId);
    return {
      ...(await this.live.read(appealId, vector, epoch)),
      write,
      present: this.presences.of(appealId),
    };
  }

  /** Who may only read is told so before anything is done with what was sent. */
  private async update(
    reader: Reader,
    { appealId, epoch, update }: UpdateDocumentDto,
    socket: Socket,
  ): Promise<{ seq: number }> {
    const desk = deskOf(socket);
    desk.budget.update.take();
    const seat = desk.open.get(appealId);
    if (!seat) throw refuse(KERNEL_ERRORS, 'object.missing');
    if (!seat.write) {
      const { appeal } = await this.access.enter(reader, appealId);
      await this.access.writer(reader, appeal);
      throw refuse(APPEAL_ERRORS, stateError(appeal));
    }
    return {
      seq: await this.live.write(reader, seat.participantId, appealId, { epoch, update, from: socket.id }),
    };
  }

  private async tell(
    reader: Reader,
    { appealId, clauseId, lang, writing, head, anchor }: TellPresenceDto,
    socket: Socket,
  ): Promise<object> {
    const desk = deskOf(socket);
    desk.budget.tell.take();
    const seat = desk.open.get(appealId);
    if (!seat) throw refuse(KERNEL_ERRORS, 'object.missing');
    const presence = {
      key: socket.id,
      participantId: seat.participantId,
      name: accountOf(reader).name,
      clauseId: clauseId ?? null,
      lang: lang ?? null,
      writing: writing && seat.write,
      head: (lang && head) || null,
      anchor: (lang && head && anchor) || null,
    };
    this.presences.tell(appealId, presence, seat.write);
    return {};
  }

  private async close(socket: Socket, appealId: string): Promise<void> {
    if (!deskOf(socket).open.delete(appealId)) return;
    this.presences.leave(appealId, socket);
    this.live.letGo(appealId);
    await socket.leave(documentRoom(appealId));
  }

  /** Whose seat changed hears nothing more of a text, and opens it anew as what they now are. */
  private askAgain(participantId: string): void {
    for (const socket of this.live.space.sockets())
      for (const [appealId, seat] of deskOf(socket).open)
        if (seat.participantId === participantId) {
          void this.close(socket, appealId);
          socket.emit('reopen', { appealId });
        }
  }
}

function deskOf({ data }: Socket): Desk {
  data.desk ??= {
    open: new Map(),
    budget: { update: new Budget(UPDATES), tell: new Budget(TELLING), open: new Budget(OPENING) },
  } satisfies Desk;
  return data.desk as Desk;
}

/** A letter is a message: where its shape is the common one it is not worth a validator. */
function isUpdate(body: unknown): body is UpdateDocumentDto {
  if (typeof body !== 'object' || body === null || Object.keys(body).length !== 3) return false;
  const { appealId, epoch, update } = body as Record<string, unknown>;
  return isUuid(appealId) && isUuid(epoch) && update instanceof Uint8Array;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isUuid = (value: unknown): boolean => typeof value === 'string' && UUID.test(value);
