import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { VotingModule } from '../voting/voting.module.js';
import { Appeal } from './appeal.entity.js';
import { AppealEdits } from './appeal-edits.js';
import { AppealFacts } from './appeal-facts.js';
import { AppealProgress } from './appeal-progress.js';
import { AppealsController } from './appeals.controller.js';
import { Appeals } from './appeals.service.js';
import { Clause } from './clause.entity.js';
import { Clauses } from './clauses.service.js';
import { Compiled } from './compiled.entity.js';
import { CompiledClause } from './compiled-clause.entity.js';
import { Compiler } from './compiler.service.js';
import { Corrections } from './corrections.service.js';
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
import { Source } from './source.entity.js';
import { Suggestion } from './suggestion.entity.js';
import { Suggestions } from './suggestions.service.js';

@Module({
  imports: [
    VotingModule,
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
    ]),
  ],
  controllers: [AppealsController, LanguagesController, PagesController],
  providers: [
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
  ],
})
export class AppealModule {}
