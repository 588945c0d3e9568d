import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Lang } from '../../kernel/localized.js';
import type { Reader } from '../../platform/http/reader.js';
import { inWorker } from '../../platform/papers/in-worker.js';
import { Turns } from '../../platform/papers/turns.js';
import { typeset } from '../../platform/papers/typeset.js';
import type { ProposalExport } from './export.contract.js';
import { Exported } from './exported.js';
import { type Facts, proposalPaper, sourceIn, synopsisPaper } from './paper.js';
import { wordFile } from './word-file.js';
import { EXPORT_WORDS } from './words.js';

const HERE = import.meta.dirname;
const [PROPOSAL, SYNOPSIS, DOCX] = ['proposal.typ', 'synopsis.typ', 'docx-worker.mjs'].map((file) =>
  join(HERE, file),
) as [string, string, string];

/** Each takes a core, or the memory of many versions, while it is made: two at once leave the rest to the votes. */
const AT_ONCE = 2;
const MOST_WAITING = 30;

/** What somebody saves: its name without the ending, and its content. */
export interface Saved<T> {
  readonly name: string;
  readonly content: T;
}

/** A proposal as a file, in each of its formats. All that takes long is done in a thread of its own. */
@Injectable()
export class ProposalExports {
  private readonly turns = new Turns(AT_ONCE, MOST_WAITING);

  constructor(private readonly exported: Exported) {}

  pdf(reader: Reader, id: string, lang: Lang): Promise<Saved<Uint8Array>> {
    return this.make(reader, id, lang, async (facts) =>
      printed(PROPOSAL, await proposalPaper(facts, lang), facts),
    );
  }

  async synopsis(reader: Reader, id: string, lang: Lang): Promise<Saved<Uint8Array>> {
    const { name, content } = await this.make(reader, id, lang, async (facts) =>
      printed(SYNOPSIS, await synopsisPaper(facts, lang), facts),
    );
    return { name: `${name} - ${EXPORT_WORDS[lang].synopsis}`, content };
  }

  docx(reader: Reader, id: string, lang: Lang): Promise<Saved<Uint8Array>> {
    return this.make(reader, id, lang, async (facts) =>
      inWorker(DOCX, { file: await wordFile(facts, lang) }, 1),
    );
  }

  async json(reader: Reader, id: string, lang: Lang): Promise<Saved<ProposalExport>> {
    const content = await this.turns.take(() => this.exported.whole(reader, id));
    return { name: nameOf(content, lang), content };
  }

  private async make(
    reader: Reader,
    id: string,
    lang: Lang,
    work: (facts: Facts) => Promise<Uint8Array[]>,
  ): Promise<Saved<Uint8Array>> {
    const facts = await this.exported.of(reader, id, lang);
    const [content] = (await this.turns.take(() => work(facts))) as [Uint8Array];
    return { name: nameOf(facts, lang), content };
  }
}

const printed = (template: string, paper: object, { exportedAt }: Facts): Promise<Uint8Array[]> =>
  typeset(template, [paper], new Date(exportedAt));

function nameOf(facts: Facts, lang: Lang): string {
  return `${EXPORT_WORDS[lang].proposal(facts.proposal.number)} - ${sourceIn(facts).title}`;
}
