import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { sha256 } from '../../kernel/hash-chain.js';
import { LANGS, type Localized } from '../../kernel/localized.js';
import { chairOf } from '../../proposals/amendments/amendment-subject.js';
import { removeClause } from '../../text/clause-document/clause-edits.js';
import { type FallenSubject, type PollSubject, PollSubjects } from '../../voting/poll-subjects.js';
import { AppealEdits } from '../appeal-edits.js';
import { Clause } from '../clause.entity.js';
import { clauseNumbers } from '../clause-numbers.js';
import { Documents } from '../document/documents.service.js';
import { hold, holdForVote } from './appeal-subject.js';

/** So much of a clause is read out in the question; all of it stands beside. */
const SHOWN = 140;

/** A separate vote on one clause: what is not adopted goes out of the text before the whole is voted on. */
@Injectable()
export class ClauseSubject implements PollSubject {
  constructor(
    private readonly edits: AppealEdits,
    private readonly documents: Documents,
    subjects: PollSubjects,
  ) {
    subjects.register('clause', this);
  }

  async prepare(
    em: EntityManager,
    { forumId, id }: { forumId: string; id: string },
  ): Promise<{ question: Localized; textHashes: Readonly<Record<string, string>> }> {
    const clause = await clauseOf(em, id);
    await holdForVote(em, { id: clause.appealId, forumId });
    return { question: await questionOf(em, clause), textHashes: hashesOf(clause) };
  }

  async textHashes(em: EntityManager, id: string): Promise<Readonly<Record<string, string>>> {
    return hashesOf(await clauseOf(em, id));
  }

  async decided(
    em: EntityManager,
    { id, adopted, actorId }: { id: string; adopted: boolean; actorId: string | null },
  ): Promise<readonly FallenSubject[]> {
    if (adopted) return [];
    const { appealId } = await clauseOf(em, id);
    const appeal = await hold(em, { id: appealId });
    const { participantId } = await chairOf(em, appeal.forumId, actorId);
    await this.documents.change(em, appeal, participantId, ({ doc }) => {
      removeClause(doc, id);
      return undefined;
    });
    await this.edits.save(em, appeal, {}, 'clause.edited', actorId);
    return [];
  }

  async released(): Promise<void> {}
}

async function clauseOf(em: EntityManager, id: string): Promise<Clause> {
  const clause = await em.findOneBy(Clause, { id });
  if (!clause) throw refuse(KERNEL_ERRORS, 'object.missing');
  return clause;
}

const hashesOf = ({ kind, texts }: Clause): Readonly<Record<string, string>> =>
  Object.fromEntries(
    LANGS.flatMap((lang) => {
      const text = texts[lang];
      return text ? [[lang, sha256(canonicalJson({ kind, text }))]] : [];
    }),
  );

async function questionOf(em: EntityManager, clause: Clause): Promise<Localized> {
  const all = await em.find(Clause, { where: { appealId: clause.appealId }, order: { position: 'ASC' } });
  const number = clauseNumbers(all)[all.findIndex(({ id }) => id === clause.id)] ?? null;
  const words = (lang: string): string =>
    shortened(clause.texts[lang] || Object.values(clause.texts)[0] || '');
  return {
    ar: `هل تُبقون ${number === null ? 'هذه الفقرة' : `البند ${number}`}: «${words('ar')}»؟`,
    fr: `Gardez-vous ${number === null ? 'cet alinéa' : `la clause ${number}`} : « ${words('fr')} » ?`,
    en: `Do you keep ${number === null ? 'this recital' : `clause ${number}`}: “${words('en')}”?`,
  };
}

function shortened(text: string): string {
  const letters = [...text.replaceAll('\n', ' ')];
  return letters.length <= SHOWN ? letters.join('') : `${letters.slice(0, SHOWN).join('').trimEnd()}…`;
}
