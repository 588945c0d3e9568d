import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { Participant } from '../../forum/participant.entity.js';
import { Account } from '../../identity/account.entity.js';
import { Clock } from '../../kernel/clock.js';
import { sha256 } from '../../kernel/crypto.js';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import type { Lang } from '../../kernel/localized.js';
import type { Reader } from '../../platform/http/reader.js';
import type { Appeal } from '../appeal.entity.js';
import { AppealEdits } from '../appeal-edits.js';
import { Clause } from '../clause.entity.js';
import { Clauses } from '../clauses.service.js';
import { DocumentAccess } from '../document/document-access.js';
import { Documents } from '../document/documents.service.js';
import { ClauseApproval } from './clause-approval.entity.js';
import { GlossaryTerm } from './glossary-term.entity.js';
import { sourceOf, wordsHash } from './language-states.js';
import { LANGUAGE_ERRORS, type LanguagesView } from './languages.contract.js';
import { type LanguageFacts, languageKey, presentClauseLanguages } from './languages.presenter.js';
import { MachineText } from './machine-text.entity.js';
import { Translator } from './translator.js';

/** The three texts of an appeal, kept in step: who stands for which words, and what has moved on since. */
@Injectable()
export class Languages {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: DocumentAccess,
    private readonly edits: AppealEdits,
    private readonly clauses: Clauses,
    private readonly documents: Documents,
    private readonly translator: Translator,
  ) {}

  /** For who has a seat: those who stand for words are named to whom they work with. */
  async show(reader: Reader, appealId: string): Promise<LanguagesView> {
    const { appeal, write } = await this.access.enter(reader, appealId);
    const clauses = await this.db.manager.find(Clause, { where: { appealId }, order: { position: 'ASC' } });
    const facts = await this.factsOf(appeal, clauses);
    return {
      version: appeal.version,
      clauses: clauses.map((clause) => presentClauseLanguages(clause, facts)),
      abilities: { approve: write, translate: write && this.translator.isOn },
    };
  }

  /** The reader stands for the words that were seen, in the clause's version, by name. */
  approve(reader: Reader, appealId: string, clauseId: string, lang: Lang, version: number): Promise<void> {
    return this.edits.edit(reader, appealId, 'language.approved', async (em, _, standing) => {
      const clause = await clauseOf(em, appealId, clauseId);
      if (clause.version !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
      if (wordsHash(clause, lang) === null) throw refuse(LANGUAGE_ERRORS, 'language.missing');
      await this.keepApprovals(em, [clause], lang, standing.participant.id);
      return undefined;
    });
  }

  /**
   * The same for every clause that has words in this language, as the reader saw them in the appeal's version. What the
   * reader had approved already stays as it was.
   */
  approveAll(reader: Reader, appealId: string, lang: Lang, version: number): Promise<void> {
    return this.edits.edit(reader, appealId, 'language.approved', async (em, appeal, { participant }) => {
      const written = await this.documents.settle(em, appeal);
      if (written || appeal.version !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
      const clauses = await em.find(Clause, { where: { appealId }, order: { position: 'ASC' } });
      const worded = clauses.filter((clause) => wordsHash(clause, lang) !== null);
      if (worded.length === 0) throw refuse(LANGUAGE_ERRORS, 'language.missing');
      const kept = await em.findBy(ClauseApproval, { clauseId: In(worded.map(({ id }) => id)), lang });
      const fits = new Set(kept.map(({ clauseId, wordsHash: hash }) => `${clauseId} ${hash}`));
      const open = worded.filter((clause) => !fits.has(`${clause.id} ${wordsHash(clause, lang)}`));
      await this.keepApprovals(em, open, lang, participant.id);
      return undefined;
    });
  }

  /** Nobody stands for the words any more. */
  withdraw(reader: Reader, appealId: string, clauseId: string, lang: Lang): Promise<void> {
    return this.edits.edit(reader, appealId, 'language.withdrawn', async (em) => {
      const clause = await clauseOf(em, appealId, clauseId);
      const { affected } = await em.delete(ClauseApproval, { clauseId: clause.id, lang });
      if (!affected) throw refuse(KERNEL_ERRORS, 'object.missing');
      return undefined;
    });
  }

  /**
   * Has the configured machine translate a clause into one language, marked as a machine's until somebody changes
   * it, and approved by nobody. The clause is not held meanwhile: who changed it in between is told.
   */
  async translate(
    reader: Reader,
    appealId: string,
    clauseId: string,
    lang: Lang,
    version: number,
  ): Promise<void> {
    const { appeal } = await this.access.enter(reader, appealId);
    await this.access.writer(reader, appeal);
    const clause = await clauseOf(this.db.manager, appealId, clauseId);
    if (clause.version !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
    const source = sourceOf(clause);
    const text = clause.texts[source];
    if (!text || source === lang) throw refuse(LANGUAGE_ERRORS, 'language.missing');
    const translated = await this.translator.translate(text, source, lang);
    // First the mark: words of a machine are never without it, not even for a moment.
    await this.db.manager.upsert(MachineText, { clauseId, lang, textHash: sha256(translated) }, [
      'clauseId',
      'lang',
    ]);
    await this.clauses.change(reader, appealId, clauseId, { texts: { [lang]: translated }, version });
  }

  private async keepApprovals(
    em: EntityManager,
    clauses: readonly Clause[],
    lang: Lang,
    approvedById: string,
  ): Promise<void> {
    const approvedAt = this.clock.now();
    const rows = clauses.map((clause) => ({
      clauseId: clause.id,
      wordsHash: wordsHash(clause, lang) as string,
      ...{ lang, approvedById, approvedAt },
    }));
    if (rows.length > 0) await em.upsert(ClauseApproval, rows, ['clauseId', 'lang']);
  }

  private async factsOf({ forumId }: Appeal, clauses: readonly Clause[]): Promise<LanguageFacts> {
    const em = this.db.manager;
    const those = { clauseId: In(clauses.map(({ id }) => id)) };
    const [approvals, machine, terms] = await Promise.all([
      em
        .createQueryBuilder(ClauseApproval, 'c')
        .innerJoin(Participant, 'p', 'p.id = c.approvedById')
        .innerJoin(Account, 'a', 'a.id = p.accountId')
        .select(['c', 'a.name AS name'])
        .where('c.clauseId = ANY(:ids)', { ids: clauses.map(({ id }) => id) })
        .getRawAndEntities<{ name: string }>(),
      em.findBy(MachineText, those),
      em.find(GlossaryTerm, { where: { forumId }, order: { createdAt: 'ASC', id: 'ASC' } }),
    ]);
    return {
      approvals: new Map(
        approvals.entities.map((each, at) => [
          languageKey(each.clauseId, each.lang),
          Object.assign(each, { name: approvals.raw[at]?.name ?? '' }),
        ]),
      ),
      machine: new Map(machine.map((each) => [languageKey(each.clauseId, each.lang), each.textHash])),
      glossary: terms.map(({ words }) => words),
    };
  }
}

async function clauseOf(em: EntityManager, appealId: string, id: string): Promise<Clause> {
  const clause = await em.findOneBy(Clause, { id, appealId });
  if (!clause) throw refuse(KERNEL_ERRORS, 'object.missing');
  return clause;
}
