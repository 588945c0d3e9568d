import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { sha256 } from '../../kernel/hash-chain.js';
import { isLang } from '../../kernel/localized.js';
import type { ContributionBundle } from '../compile/bundle.js';
import { compileDraft } from '../compile/compile.js';
import { type DiscussedTopic, DRAFT_FORMATS, type Draft } from '../compile/draft.js';
import { COMPILERS, isCompiler } from '../compile/editions.js';
import { readBundleFile } from '../compile/read-bundle.js';
import { besideDraft } from '../release/pairing.js';
import { type AppealDocument, BUNDLE, type ClauseDocument, DRAFT } from '../release/release.format.js';
import { type Check, textOf } from './check.js';
import { finding } from './findings.js';

/** That the draft is what this bundle compiles to, and that what editors changed of it is told apart. */
export function checkDraft(check: Check, appeal: AppealDocument): void {
  const bundle = readBundle(check);
  const draft = check.json<Draft>(DRAFT, (it) => DRAFT_FORMATS.includes(it.format) && isLang(it.lang));
  if (bundle) check.attempt(BUNDLE, () => checkHash(check, bundle, appeal));
  if (bundle && draft) check.attempt(DRAFT, () => repeat(check, bundle, draft, appeal));
  if (draft) check.attempt(DRAFT, () => checkMarks(check, appeal.clauses, draft));
  if (draft) check.attempt(DRAFT, () => checkDiscussed(check, appeal, draft));
}

function readBundle(check: Check): ContributionBundle | null {
  if (!check.json<object>(BUNDLE, () => true)) return null;
  let bundle: ContributionBundle | null = null;
  check.attempt(BUNDLE, () => {
    bundle = readBundleFile(textOf(check.files.get(BUNDLE) as Uint8Array));
  });
  return bundle;
}

function checkHash(check: Check, bundle: ContributionBundle, { inputHash }: AppealDocument): void {
  if (sha256(canonicalJson(bundle as unknown as Json)) !== inputHash)
    check.faults.push(finding('bundle.other', { path: BUNDLE, file: 'appeal.json' }));
}

/** By the compiler that made it. One that is not known here may compile another draft of the same: no proof, either way. */
function repeat(check: Check, bundle: ContributionBundle, draft: Draft, { compiler }: AppealDocument): void {
  const by = draft.compiler;
  if (!isCompiler(by) || compiler !== by) {
    const theirs = String(by).slice(0, 100);
    check.faults.push(finding('draft.other-compiler', { path: DRAFT, theirs, ours: COMPILERS.join(', ') }));
    return;
  }
  const again = canonicalJson(compileDraft(bundle, draft.lang, by) as unknown as Json);
  const same = again === canonicalJson(draft as unknown as Json);
  const faults = same ? [] : [finding('draft.not-repeated', { path: DRAFT, file: BUNDLE })];
  check.note(faults, 'draft.repeated', { file: BUNDLE, compiler: by });
}

function checkMarks(check: Check, clauses: readonly ClauseDocument[], draft: Draft): void {
  const found = besideDraft(clauses, draft);
  const wrong = clauses.filter(({ drafted }, i) => {
    const own = found[i] as ClauseDocument['drafted'];
    return drafted.as !== own.as || drafted.clause !== own.clause;
  });
  const counts = (as: string) => found.filter((each) => each.as === as).length;
  check.note(
    wrong.map(({ anchor }) => finding('draft.marks', { path: 'appeal.json', anchor, file: DRAFT })),
    'draft.told-apart',
    { drafted: counts('drafted'), edited: counts('edited'), written: counts('written') },
  );
}

/** What is annexed of the discussions is what the compile quoted: nobody chose it, and nobody adds to it. */
function checkDiscussed(check: Check, { discussed = [] }: AppealDocument, { annexes }: Draft): void {
  const named = (all: readonly DiscussedTopic[]): string[] =>
    all.flatMap(({ topicId, quotes }) =>
      quotes.map((each) => canonicalJson({ topicId, ...each } as unknown as Json)),
    );
  const drafted = new Set(named(annexes.discussed ?? []));
  for (const each of named(discussed))
    if (!drafted.has(each))
      check.faults.push(finding('discussed.other', { path: 'appeal.json', file: DRAFT }));
}
