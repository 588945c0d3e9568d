import './together.css';
import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type CSSProperties, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Doc } from 'yjs';
import type { Presence } from '../../../../../src/appeal/document/document.contract.js';
import { LANGS, type Lang } from '../../../../../src/kernel/localized.js';
import { type ClauseNode, nodesOf } from '../../../../../src/text/clause-document/clause-nodes.js';
import { useLang } from '../../../i18n/i18n.js';
import { AUTONYM } from '../../../i18n/locale.js';
import { useMe } from '../../../lib/me.js';
import { Empty, Loading, Notice } from '../../../ui/feedback.js';
import { usePick } from '../../../ui/lang-text.js';
import { Pills } from '../../../ui/pills.js';
import type { Passage } from '../passage-finder.js';
import { FORMULA } from '../sections.js';
import { SourceDialog } from '../source-dialog.js';
import type { WorkshopPart } from '../workshop.js';
import { ClauseAtHand } from './clause-at-hand.js';
import type { ClauseLook } from './clause-labels.js';
import type { HeldBack } from './clause-rules.js';
import { LanguageColumn } from './language-column.js';
import { undoOf } from './language-view.js';
import { namesIn, PeopleHere } from './people-here.js';
import { ownCaret } from './remote-carets.js';
import type { Together, TogetherState } from './together.js';
import { UntakenWords } from './untaken-words.js';
import { useCarets } from './use-carets.js';
import { useTogether } from './use-together.js';
import { useWriting } from './use-writing.js';

/** The text of an appeal in its three languages, written by several people at once. */
export default function TogetherEditor(props: WorkshopPart) {
  const account = useMe().data?.account;
  return account ? <Opened {...props} accountId={account.id} /> : <Loading lines={6} />;
}

function Opened({ accountId, ...props }: WorkshopPart & { readonly accountId: string }) {
  const [together, state] = useTogether(props.appeal.id, accountId);
  const { doc, refused, untaken } = state;
  return (
    <div className="stack together">
      {!doc && <PeopleHere state={state} />}
      <UntakenWords refused={refused} readings={untaken} onGiveUp={() => together.giveUp()} />
      {doc ? (
        <Written key={doc.guid} {...props} doc={doc} state={state} together={together} />
      ) : (
        !refused && <Loading lines={6} />
      )}
    </div>
  );
}

interface WrittenProps extends WorkshopPart {
  readonly doc: Doc;
  readonly state: TogetherState;
  readonly together: Together;
}

interface AtHand {
  readonly id: string;
  readonly lang: Lang;
}

function Written({ forum, appeal, doc, state, together }: WrittenProps) {
  const { t } = useTranslation();
  const { lang: page } = useLang();
  const [shown, setShown] = useState<Lang>(page);
  const [atHand, setAtHand] = useState<AtHand | null>(null);
  const [held, setHeld] = useState<HeldBack | null>(null);
  const [source, setSource] = useState<{ readonly clauseId: string; readonly passage: Passage } | null>(null);
  const [nodes, readNodes] = useNodes(doc, appeal.lang);
  const undo = useMemo(() => undoOf(doc), [doc]);
  const view = useRef<EditorView | null>(null);
  const tell = useWriting(together);
  const company = useCarets(state.others);
  const look = useLook({ forum, appeal, state, chosen: atHand?.id ?? null });
  const write = state.write && appeal.abilities.edit && state.refused === null;
  const clauseOf = (id: string) => appeal.clauses.find((clause) => clause.id === id);
  const run = (command: Command) => {
    if (!view.current) return;
    command(view.current.state, view.current.dispatch, view.current);
    view.current.focus();
  };
  const place = nodes.findIndex(({ id }) => id === atHand?.id);
  const node = nodes[place];
  const whereIs = ({ clauseId, lang }: Presence) => {
    const there = nodes.find(({ id }) => id === clauseId);
    return there && lang ? `${look.nameOf(nodes, there)} (${AUTONYM[lang]})` : null;
  };
  return (
    <>
      <PeopleHere state={state} hues={company.hues} whereIs={whereIs} />
      <Pills
        className="together-choice"
        label={t('appeal.languages-shown')}
        options={LANGS.map((id) => ({ id, lang: id, label: AUTONYM[id] }))}
        chosen={shown}
        onChoose={setShown}
      />
      <div role="alert">
        {held && (
          <Notice tone="waiting">
            {held === 'too-long' ? t('together.too-long') : t('together.held', { name: held.by })}
          </Notice>
        )}
      </div>
      {nodes.length === 0 && <Empty title={t('clauses.empty')}>{t('clauses.empty-text')}</Empty>}
      <div className="together-desk">
        <div className="together-columns" style={{ '--clauses': Math.max(nodes.length, 1) } as CSSProperties}>
          {LANGS.map((lang) => (
            <div key={lang} className={`together-slot${lang === shown ? ' together-shown' : ''}`}>
              <LanguageColumn
                doc={doc}
                undo={undo}
                lang={lang}
                editable={write}
                look={look}
                carets={company.carets[lang]}
                rules={{ writerOf: together.writerIn, onHeldBack: setHeld }}
                onPlace={(changed, clauseId, typed) => {
                  view.current = changed;
                  if (clauseId) setAtHand({ id: clauseId, lang });
                  if (typed) setHeld(null);
                  tell({ clauseId, lang, ...ownCaret(changed.state) }, typed);
                }}
                onShape={readNodes}
                onPassage={(clauseId, passage) => setSource({ clauseId, passage })}
              />
            </div>
          ))}
        </div>
        {node ? (
          <ClauseAtHand
            key={node.id}
            forum={forum}
            appeal={appeal}
            node={node}
            place={place}
            count={nodes.length}
            name={look.nameOf(nodes, node)}
            clause={clauseOf(node.id)}
            write={write}
            onCommand={run}
            onPassage={(passage) => setSource({ clauseId: node.id, passage })}
          />
        ) : (
          <aside className="card together-panel" aria-label={t('together.clause')}>
            <p className="hint">{t('together.choose')}</p>
          </aside>
        )}
      </div>
      {source && <Sourcing forum={forum} appeal={appeal} {...source} onClose={() => setSource(null)} />}
    </>
  );
}

function Sourcing(
  props: WorkshopPart & {
    readonly clauseId: string;
    readonly passage: Passage;
    readonly onClose: () => void;
  },
) {
  const clause = props.appeal.clauses.find(({ id }) => id === props.clauseId);
  return clause ? <SourceDialog {...props} clause={clause} /> : null;
}

/** The clauses of the leading language, read anew where an editor says that something changed. */
function useNodes(doc: Doc, lead: Lang): readonly [readonly ClauseNode[], () => void] {
  const [nodes, setNodes] = useState(() => nodesOf(doc, lead));
  const read = useCallback(() => {
    setNodes((before) => {
      const next = nodesOf(doc, lead);
      return JSON.stringify(next) === JSON.stringify(before) ? before : next;
    });
  }, [doc, lead]);
  return [nodes, read];
}

interface NamedLook extends ClauseLook {
  readonly nameOf: (nodes: readonly ClauseNode[], node: ClauseNode) => string;
}

function useLook({
  forum,
  appeal,
  state: { others },
  chosen,
}: WorkshopPart & { readonly state: TogetherState; readonly chosen: string | null }): NamedLook {
  const { t } = useTranslation();
  const pick = usePick();
  return useMemo(() => {
    const labelOf: ClauseLook['labelOf'] = ({ kind, topic, number }) => {
      const section = forum.topics.find(({ id }) => id === topic);
      const name =
        number !== null
          ? t('clauses.number', { number })
          : t(kind === 'operative' ? 'clauses.formula' : 'clause.kind.preambular');
      return section ? `${name} · ${pick(section.name)}` : name;
    };
    const needy = new Set(
      appeal.clauses
        .filter(({ sources, editorial }) => sources.length === 0 && !editorial)
        .map(({ id }) => id),
    );
    return {
      labelOf,
      chosen,
      presentIn: (id) =>
        namesIn(others, id, { writing: (name) => t('together.writes', { name }), here: (name) => name }),
      sourceMissing: (id) => needy.has(id),
      nameOf: (nodes, node) => {
        const counted = nodes.filter(({ kind, editorial }) => kind === 'operative' && editorial !== FORMULA);
        const at = counted.indexOf(node);
        return labelOf({ kind: node.kind, topic: node.topic, number: at < 0 ? null : at + 1 });
      },
    };
  }, [t, pick, forum, appeal, others, chosen]);
}
