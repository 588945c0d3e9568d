import './proposals.css';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { ProposalText, ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { directionOf } from '../../i18n/locale.js';
import { plainParagraph, rowsOf } from '../../lib/compared.js';
import { Button } from '../../ui/button.js';
import { Checkbox } from '../../ui/checkbox.js';
import { Differences, ParagraphDifferences } from '../../ui/differences.js';
import { Empty, Loaded, Notice } from '../../ui/feedback.js';
import { useLanguageName } from '../../ui/lang-text.js';
import { lazily } from '../../ui/lazily.js';
import { Page, Section } from '../../ui/page.js';
import { PageOf } from '../../ui/page-of.js';
import { Pills } from '../../ui/pills.js';
import { Select } from '../../ui/select.js';
import { useTimeText } from '../../ui/time.js';
import { useProposal } from './queries.js';
import { useVersion } from './version-texts.js';
import { chosenVersions, languagesOf, type VersionChoice } from './versions.js';

const Traces = lazily(() => import('./merging/traces.js'), 'merging');

/** Any two versions of a proposal, word by word. What is compared and how stands in the address. */
export default function VersionsPage() {
  const { id = '' } = useParams();
  return <PageOf query={useProposal(id)}>{(found) => <Versions proposal={found} />}</PageOf>;
}

type Change = (part: Readonly<Record<string, string | null>>) => void;

function Versions({ proposal }: { readonly proposal: ProposalView }) {
  const { slug = '' } = useParams();
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [from, to] = chosenVersions(proposal, search.get('from'), search.get('to'));
  const states = [useVersion(proposal, from), useVersion(proposal, to)] as const;
  const change: Change = (part) =>
    setSearch(
      (before) => {
        for (const [name, value] of Object.entries(part))
          if (value === null) before.delete(name);
          else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  const pair = states[0].data && states[1].data ? ([states[0].data, states[1].data] as const) : undefined;
  const waiting = states[0].data ? states[1] : states[0];
  return (
    <Page
      title={t('compare.title')}
      width="wide"
      above={
        <>
          <Link to={`/f/${slug}/proposals/${proposal.id}`}>
            {t('proposal.number', { number: proposal.number })}
          </Link>
          <bdi lang={proposal.titleLang}>{proposal.title}</bdi>
        </>
      }
    >
      {proposal.versions.length === 0 ? (
        <Empty title={t('compare.no-versions')}>{t('compare.no-versions-text')}</Empty>
      ) : (
        <>
          <VersionChoices proposal={proposal} from={from} to={to} change={change} />
          <Loaded query={{ ...waiting, data: pair }}>
            {(texts) => <Compared proposal={proposal} states={[from, to]} texts={texts} change={change} />}
          </Loaded>
        </>
      )}
    </Page>
  );
}

function useVersionName(proposal: ProposalView): (choice: VersionChoice, dated?: boolean) => string {
  const { t } = useTranslation();
  const time = useTimeText();
  return (choice, dated = false) => {
    if (choice === 'now') return t('compare.now');
    const at = proposal.versions.find(({ number }) => number === choice)?.at;
    return dated && at
      ? t('compare.version-of', { number: choice, when: time(at, 'moment') })
      : t('compare.version', { number: choice });
  };
}

function VersionChoices(props: {
  readonly proposal: ProposalView;
  readonly from: VersionChoice;
  readonly to: VersionChoice;
  readonly change: Change;
}) {
  const { t } = useTranslation();
  const { proposal, from, to, change } = props;
  const name = useVersionName(proposal);
  const options = [...proposal.versions.map(({ number }) => number), 'now' as const].map((choice) => ({
    id: String(choice),
    label: name(choice, true),
  }));
  return (
    <div className="version-choices">
      <Select
        label={t('compare.from-version')}
        value={String(from)}
        options={options}
        onChange={(chosen) => change({ from: chosen, to: String(to) })}
      />
      <Select
        label={t('compare.to-version')}
        value={String(to)}
        options={options}
        onChange={(chosen) => change({ from: String(from), to: chosen })}
      />
      <Button look="quiet" onPress={() => change({ from: String(to), to: String(from) })}>
        {t('compare.swap')}
      </Button>
    </div>
  );
}

type Text = Omit<ProposalText, 'stale'>;

function Compared(props: {
  readonly proposal: ProposalView;
  readonly states: readonly [VersionChoice, VersionChoice];
  readonly texts: readonly [before: readonly Text[], after: readonly Text[]];
  readonly change: Change;
}) {
  const { t } = useTranslation();
  const { lang: page } = useLang();
  const language = useLanguageName();
  const [search] = useSearchParams();
  const { proposal, states, texts, change } = props;
  const name = useVersionName(proposal);
  const languages = languagesOf(proposal.lang, ...texts);
  const lang = [search.get('lang'), page].find((each) => each && languages.includes(each)) ?? proposal.lang;
  const [before, after] = texts.map((all) => all.find((text) => text.lang === lang));
  const lacking = states.filter((_, at) => ![before, after][at]);
  const sides = search.get('view') === 'sides';
  return (
    <>
      <div className="version-looks">
        <Pills
          label={t('compare.language')}
          options={languages.map((id) => ({
            id,
            lang: id,
            label: new Intl.DisplayNames(id, { type: 'language' }).of(id) ?? id,
          }))}
          chosen={lang}
          onChoose={(id) => change({ lang: id })}
        />
        <Pills
          label={t('compare.title')}
          options={[
            { id: null, label: t('compare.inline') },
            { id: 'sides', label: t('compare.sides') },
          ]}
          chosen={sides ? 'sides' : null}
          onChoose={(view) => change({ view })}
        />
        <Checkbox
          isSelected={search.get('only') === 'changes'}
          onChange={(on) => change({ only: on ? 'changes' : null })}
        >
          {t('compare.only-changes')}
        </Checkbox>
        {states[1] !== 'now' && (
          <Checkbox
            isSelected={search.get('traces') === '1'}
            onChange={(on) => change({ traces: on ? '1' : null })}
          >
            {t('compare.traces')}
          </Checkbox>
        )}
      </div>
      {lacking.map((choice) => (
        <Notice key={choice} tone="waiting">
          {t('compare.no-text', { version: name(choice), language: language(lang) })}
        </Notice>
      ))}
      <ComparedText
        lang={lang}
        before={before}
        after={after}
        sides={sides ? [name(states[0]), name(states[1])] : undefined}
        onlyChanges={search.get('only') === 'changes'}
      />
      {states[1] !== 'now' && search.get('traces') === '1' && (
        <Suspense>
          <Traces id={proposal.id} number={states[1]} />
        </Suspense>
      )}
    </>
  );
}

function ComparedText(props: {
  readonly lang: string;
  readonly before: Text | undefined;
  readonly after: Text | undefined;
  readonly sides?: readonly [string, string] | undefined;
  readonly onlyChanges: boolean;
}) {
  const { t } = useTranslation();
  const { lang, before, after, sides, onlyChanges } = props;
  const [old, now] = [before?.paragraphs ?? [], after?.paragraphs ?? []];
  return (
    <>
      <Sum before={before} after={after} />
      <div lang={lang} dir={directionOf(lang)} className="compared-head">
        <h2 className="compared-title">
          <Line before={before?.title} after={after?.title} />
        </h2>
        {(before?.summary || after?.summary) && (
          <p className="proposal-summary">
            <Line before={before?.summary} after={after?.summary} />
          </p>
        )}
      </div>
      <Section title={t('compare.text')}>
        <ParagraphDifferences
          before={old}
          after={now}
          lang={lang}
          onlyChanges={onlyChanges}
          {...(sides && { sides })}
        />
      </Section>
    </>
  );
}

/** A title or a summary. */
function Line({
  before,
  after,
}: {
  readonly before: string | undefined;
  readonly after: string | undefined;
}) {
  return (
    <Differences
      before={before ? plainParagraph(before) : null}
      after={after ? plainParagraph(after) : null}
    />
  );
}

const COUNTED = ['changed', 'added', 'removed', 'moved'] as const;

/** What changed, in numbers; read out when another pair is chosen. */
function Sum({ before, after }: { readonly before: Text | undefined; readonly after: Text | undefined }) {
  const { t } = useTranslation();
  const rows = rowsOf(before?.paragraphs ?? [], after?.paragraphs ?? []);
  const counts = COUNTED.map((kind) => [kind, rows.filter(({ change }) => change === kind).length] as const);
  const found = counts.filter(([, count]) => count > 0);
  const headSame = before?.title === after?.title && before?.summary === after?.summary;
  return (
    <p role="status" className="muted">
      {found.length === 0 && headSame
        ? t('compare.same')
        : found.map(([kind, count]) => t(`compare.${kind}-paragraphs`, { count })).join(' · ')}
    </p>
  );
}
