import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DiscussionModule } from '../discussion/discussion.module.js';
import { VotingModule } from '../voting/voting.module.js';
import { Adoption } from './adoption/adoption.service.js';
import { AppealSubject } from './adoption/appeal-subject.js';
import { ClauseSubject } from './adoption/clause-subject.js';
import { ClauseAmending } from './amendments/clause-amending.js';
import { AmendedText, ClauseAmendment } from './amendments/clause-amendment.entity.js';
import { ClauseAmendmentList } from './amendments/clause-amendment-list.js';
import { ClauseAmendmentSubject } from './amendments/clause-amendment-subject.js';
import { ClauseAmendmentVotes } from './amendments/clause-amendment-votes.service.js';
import { ClauseAmendmentsController } from './amendments/clause-amendments.controller.js';
import { ClauseAmendments } from './amendments/clause-amendments.service.js';
import { Overtaken } from './amendments/overtaken.service.js';
import { Appeal } from './appeal.entity.js';
import { AppealEdits } from './appeal-edits.js';
import { AppealFacts } from './appeal-facts.js';
import { AppealProgress } from './appeal-progress.js';
import { AppealsController } from './appeals.controller.js';
import { Appeals } from './appeals.service.js';
import { Clause } from './clause.entity.js';
import { Clauses } from './clauses.service.js';
import { Comment } from './comments/comment.entity.js';
import { CommentAccess } from './comments/comment-access.js';
import { CommentsController } from './comments/comments.controller.js';
import { Comments } from './comments/comments.service.js';
import { CommentsRead } from './comments/comments-read.service.js';
import { Compiled } from './compiled.entity.js';
import { CompiledClause } from './compiled-clause.entity.js';
import { Compiler } from './compiler.service.js';
import { Corrections } from './corrections.service.js';
import { DocumentController } from './document/document.controller.js';
import { AppealDocument, DocumentUpdate, DocumentWriter } from './document/document.entity.js';
import { DocumentGateway } from './document/document.gateway.js';
import { DocumentAccess } from './document/document-access.js';
import { DocumentStore } from './document/document-store.js';
import { DocumentVersion } from './document/document-version.entity.js';
import { Documents } from './document/documents.service.js';
import { LiveDocuments } from './document/live-documents.service.js';
import { Presences } from './document/presence.service.js';
import { Settling } from './document/settling.service.js';
import { TextVersions } from './document/text-versions.service.js';
import { FateRow } from './fate.entity.js';
import { Fates } from './fates.service.js';
import { ClauseApproval } from './languages/clause-approval.entity.js';
import { Glossary } from './languages/glossary.service.js';
import { GlossaryTerm } from './languages/glossary-term.entity.js';
import { LanguagesController } from './languages/languages.controller.js';
import { Languages } from './languages/languages.service.js';
import { MachineText } from './languages/machine-text.entity.js';
import { Translator } from './languages/translator.js';
import { PagesController } from './pages.controller.js';
import { Press } from './release/press.service.js';
import { Published } from './release/published.service.js';
import { SitePages } from './release/site-pages.service.js';
import { Release, ReleaseFile } from './release.entity.js';
import { Signature } from './signatures/signature.entity.js';
import { SignaturesController } from './signatures/signatures.controller.js';
import { Signatures } from './signatures/signatures.service.js';
import { Source } from './source.entity.js';
import { Suggestion } from './suggestion.entity.js';
import { Suggestions } from './suggestions.service.js';

@Module({
  imports: [
    VotingModule,
    DiscussionModule,
    TypeOrmModule.forFeature([
      Appeal,
      Clause,
      Source,
      FateRow,
      Compiled,
      CompiledClause,
      Suggestion,
      ClauseApproval,
      MachineText,
      GlossaryTerm,
      Release,
      ReleaseFile,
      AppealDocument,
      DocumentUpdate,
      DocumentWriter,
      DocumentVersion,
      AmendedText,
      ClauseAmendment,
      Signature,
      Comment,
    ]),
  ],
  controllers: [
    AppealsController,
    DocumentController,
    LanguagesController,
    ClauseAmendmentsController,
    PagesController,
    SignaturesController,
    CommentsController,
  ],
  providers: [
    Adoption,
    AppealSubject,
    ClauseSubject,
    Signatures,
    AppealEdits,
    AppealFacts,
    AppealProgress,
    Appeals,
    Clauses,
    Fates,
    Suggestions,
    Corrections,
    Languages,
    Glossary,
    Translator,
    Compiler,
    Press,
    Published,
    SitePages,
    DocumentStore,
    Documents,
    DocumentAccess,
    DocumentGateway,
    LiveDocuments,
    Presences,
    Settling,
    TextVersions,
    ClauseAmending,
    ClauseAmendments,
    ClauseAmendmentList,
    ClauseAmendmentVotes,
    ClauseAmendmentSubject,
    Overtaken,
    Comments,
    CommentsRead,
    CommentAccess,
  ],
})
export class AppealModule {}
