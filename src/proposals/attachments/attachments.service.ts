import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { seated } from '../../forum/forum-access.js';
import { Clock } from '../../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { FILE_KINDS } from '../../platform/files/file-kinds.contract.js';
import { FileSweep } from '../../platform/files/file-sweep.js';
import { Files, type NewFile, type Received } from '../../platform/files/files.service.js';
import { kindOf } from '../../platform/files/kind-of.js';
import { AtOnce } from '../../platform/http/at-once.js';
import { accountOf, permit, type Reader } from '../../platform/http/reader.js';
import type { SentFile } from '../../platform/http/upload.js';
import { EDITABLE } from '../proposal.states.js';
import { type Change, type HeldProposal, ProposalAccess, type Seen } from '../proposal-access.js';
import { mayWriteOn } from '../proposals.abilities.js';
import { PROPOSAL_ERRORS } from '../proposals.contract.js';
import { type AttachedFile, attachedTo } from './attached-files.js';
import { Attachment } from './attachment.entity.js';
import { attachmentName } from './attachment-name.js';
import { ATTACHMENT_ERRORS, ATTACHMENT_LIMITS } from './attachments.contract.js';

/** Uploads that one account may have under way in a process. */
const AT_ONCE = 3;

/** Files that belong to proposals: their authors add and remove them while they may write on the text. */
@Injectable()
export class Attachments {
  private readonly uploads = new AtOnce(AT_ONCE);

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly sweep: FileSweep,
    private readonly proposals: ProposalAccess,
  ) {}

  /** Attaches what is being sent. The same bytes again change nothing: so a retry does no harm. */
  async attach(reader: Reader, proposalId: string, open: () => Promise<SentFile>): Promise<void> {
    checkWritable(await this.proposals.see(reader, proposalId), reader);
    await this.uploads.do(accountOf(reader).id, async () => {
      const { name, content } = await open();
      const received = await this.files.receive(content);
      try {
        await this.keep(reader, proposalId, received, name);
      } finally {
        await this.files.discard(received);
      }
    });
  }

  async detach(reader: Reader, proposalId: string, id: string): Promise<void> {
    let gone: string | null = null;
    await this.proposals.change(reader, proposalId, null, async (held) => {
      checkWritable(held, reader);
      const attachment = await held.em.findOneBy(Attachment, { id, proposalId });
      if (!attachment) throw refuse(KERNEL_ERRORS, 'object.missing');
      await held.em.delete(Attachment, { id });
      gone = attachment.sha256;
      return { event: 'proposal.detached', payload: { attachment: id, sha256: gone } };
    });
    if (gone) await this.sweep.drop([gone]);
  }

  /** One file of a proposal, for whoever may read that; else `object.missing`. */
  async find(reader: Reader, proposalId: string, id: string): Promise<AttachedFile> {
    await this.proposals.see(reader, proposalId);
    const [file] = await attachedTo(this.db.manager, proposalId, id);
    if (!file) throw refuse(KERNEL_ERRORS, 'object.missing');
    return file;
  }

  private async keep(reader: Reader, proposalId: string, received: Received, sent: string): Promise<void> {
    const kind = await kindOf(received.path, received.size, sent);
    if (!kind) throw refuse(ATTACHMENT_ERRORS, 'attachment.type');
    const file = { name: attachmentName(sent, kind), mediaType: FILE_KINDS[kind] };
    await this.proposals.change(reader, proposalId, null, (held) => {
      checkWritable(held, reader);
      return this.add(held, received, { ...file, forumId: held.proposal.forumId });
    });
  }

  private async add(held: HeldProposal, received: Received, file: NewFile): Promise<Change | null> {
    const { em, proposal, standing } = held;
    const { sha256, size } = received;
    if (await em.existsBy(Attachment, { proposalId: proposal.id, sha256 })) return null;
    const participantId = seated(standing).participant.id;
    await checkRoom(em, participantId, size);
    const place = await freePlace(em, proposal.id);
    const id = newId();
    const { id: fileId } = await this.files.keepReceived(em, received, file);
    await em.insert(Attachment, {
      id,
      forumId: proposal.forumId,
      proposalId: proposal.id,
      fileId,
      place,
      sha256,
      participantId,
      addedAt: this.clock.now(),
    });
    return { event: 'proposal.attached', payload: { attachment: id, sha256, size } };
  }
}

function checkWritable(seen: Seen, reader: Reader): void {
  permit(mayWriteOn(seen.standing, seen), reader);
  if (!EDITABLE.includes(seen.proposal.state)) throw refuse(PROPOSAL_ERRORS, 'proposal.state');
}

/** What one person attaches to several proposals at once is added up one after the other. */
async function checkRoom(em: EntityManager, participantId: string, size: number): Promise<void> {
  await em.query("SELECT pg_advisory_xact_lock(hashtextextended('attachments of ' || $1, 0))", [
    participantId,
  ]);
  const [{ used }] = await em.query(
    `SELECT coalesce(sum(file.size), 0)::bigint AS used
       FROM attachment JOIN file ON file.id = attachment.file_id WHERE attachment.participant_id = $1`,
    [participantId],
  );
  if (Number(used) + size > ATTACHMENT_LIMITS.bytesOfPerson)
    throw refuse(ATTACHMENT_ERRORS, 'attachment.no-room');
}

/** The first place without a file; the database lets none have two. */
async function freePlace(em: EntityManager, proposalId: string): Promise<number> {
  const [free]: { place: number }[] = await em.query(
    `SELECT free.place FROM generate_series(1, $2::int) AS free (place)
      WHERE NOT EXISTS (SELECT FROM attachment WHERE proposal_id = $1 AND attachment.place = free.place)
      ORDER BY free.place LIMIT 1`,
    [proposalId, ATTACHMENT_LIMITS.files],
  );
  if (!free) throw refuse(ATTACHMENT_ERRORS, 'attachment.too-many');
  return free.place;
}
