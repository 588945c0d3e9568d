import '../proposals.css';
import { Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type {
  AmendmentsView,
  AmendmentView,
} from '../../../../../src/proposals/amendments/amendments.contract.js';
import type { ProposalView } from '../../../../../src/proposals/proposals.contract.js';
import { Author } from '../../../ui/author.js';
import { Notice } from '../../../ui/feedback.js';
import { Written } from '../../../ui/lang-text.js';
import { lazily } from '../../../ui/lazily.js';
import { Page, Section } from '../../../ui/page.js';
import { PageOf } from '../../../ui/page-of.js';
import { Pills } from '../../../ui/pills.js';
import { Time } from '../../../ui/time.js';
import { PollsOn } from '../../voting/polls-on.js';
import { useProposal } from '../queries.js';
import { useVersion } from '../version-texts.js';
import { AmendmentBadge } from './amendment-badge.js';
import { AmendmentCard } from './amendment-card.js';
import { AmendmentChanges } from './amendment-changes.js';
import { textWith } from './changes.js';
import { CollisionStretch } from './collision-words.js';
import { ConflictCard } from './conflict-card.js';
import { openOf } from './order.js';
import { useAmendment, useAmendments } from './queries.js';
import { stretchesOf } from './stretches.js';
import { baseOf, lastVersion, sourceText } from './suggested.js';

const AmendmentActions = lazily(() => import('./amendment-actions.js'));

/** One amendment: what it changes and why, how it stands to others, what became of it, what one may do with it. */
export default function AmendmentPage() {
  const { id = '' } = useParams();
  const amendment = useAmendment(id);
  const proposalId = amendment.data?.proposalId ?? '';
  const proposal = useProposal(proposalId, proposalId !== '');
  const list = useAmendments(proposalId);
  const waiting = [amendment, proposal, list].find(({ data }) => !data) ?? amendment;
  const found = amendment.data &&
    proposal.data &&
    list.data && { amendment: amendment.data, proposal: proposal.data, list: list.data };
  return <PageOf<Found> query={{ ...waiting, data: found }}>{(all) => <OneAmendment {...all} />}</PageOf>;
}

interface Found {
  readonly amendment: AmendmentView;
  readonly proposal: ProposalView;
  readonly list: AmendmentsView;
}

function OneAmendment({ amendment, proposal, list }: Found) {
  const { t } = useTranslation();
  const { slug = '' } = useParams();
  const { number, state, author, reason, basedOn, conflicts, modified } = amendment;
  const parent = list.amendments.find(({ id }) => id === amendment.parentId) ?? null;
  const at = `/f/${slug}/proposals/${proposal.id}`;
  const now = useMemo(() => baseOf(proposal, parent), [proposal, parent]);
  return (
    <Page
      width="wide"
      title={t('amending.of', { number, proposal: proposal.number })}
      above={
        <>
          <Link to={at}>{t('proposal.number', { number: proposal.number })}</Link>
          <Written lang={proposal.titleLang}>{proposal.title}</Written>
        </>
      }
    >
      <p className="meta">
        <AmendmentBadge state={state} />
        {conflicts.length > 0 && <span className="badge badge-waiting">{t('amending.needs-author')}</span>}
        <Author author={author} />
        {basedOn > 0 && (
          <Link to={`${at}/versions?from=${basedOn}&to=now`}>
            {t('amending.based-on', { number: basedOn })}
          </Link>
        )}
        {parent && (
          <Link to={`/f/${slug}/amendments/${parent.id}`}>
            {t('amending.amends', { number: parent.number })}
          </Link>
        )}
      </p>
      <Decision amendment={amendment} />
      <Section title={t('amending.reason')}>
        <p className="amendment-reason" dir="auto">
          {reason}
        </p>
      </Section>
      {conflicts.length > 0 && <Conflicts amendment={amendment} lang={proposal.lang} />}
      <Changes amendment={amendment} proposal={proposal} parent={parent} />
      {Object.values(amendment.abilities).some(Boolean) && (
        <Suspense>
          <AmendmentActions slug={slug} amendment={amendment} proposal={proposal} now={now} />
        </Suspense>
      )}
      {!modified && <Rivals amendment={amendment} proposal={proposal} list={list} />}
      <PollsOn slug={slug} subject={amendment.id} title={t('amending.votes')} />
      <Children slug={slug} id={amendment.id} list={list} />
    </Page>
  );
}

const TONES = { accepted: 'good', adopted: 'good', rejected: 'problem' } as const;

/** What was decided, by whom and why. */
function Decision({ amendment: { state, decision, modified } }: { readonly amendment: AmendmentView }) {
  const { t } = useTranslation();
  const about = modified ? t('amending.about-modified') : t(`amending.about-${state}`);
  return (
    <Notice tone={TONES[state as 'accepted'] ?? 'plain'}>
      <span>{about}</span>
      {decision?.reason && <span dir="auto">{decision.reason}</span>}
      {decision && (
        <span className="meta">
          {decision.by && <Author author={decision.by} />}
          <Time at={decision.at} show="moment" />
        </span>
      )}
    </Notice>
  );
}

/** What it changes in the text that it was written on, within it or side by side; how stands in the address. */
function Changes(props: {
  readonly amendment: AmendmentView;
  readonly proposal: ProposalView;
  readonly parent: AmendmentView | null;
}) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { amendment, proposal, parent } = props;
  const { basedOn, changes, modified } = amendment;
  const text = useVersion(proposal, basedOn === lastVersion(proposal) ? 'now' : basedOn).data;
  const base = useMemo(() => {
    const source = text && sourceText({ texts: text as ProposalView['texts'], lang: proposal.lang });
    return source && parent ? (textWith(source, parent.changes) ?? undefined) : source;
  }, [text, parent, proposal.lang]);
  const sides = search.get('view') === 'sides';
  if (changes.length === 0 && !modified) return null;
  return (
    <Section
      title={t(modified ? 'amending.as-taken' : 'amending.what')}
      link={
        <Pills
          label={t('amending.what')}
          options={[
            { id: null, label: t('compare.inline') },
            { id: 'sides', label: t('compare.sides') },
          ]}
          chosen={sides ? 'sides' : null}
          onChoose={(view) =>
            setSearch(
              (before) => {
                if (view) before.set('view', view);
                else before.delete('view');
                return before;
              },
              { replace: true },
            )
          }
        />
      }
    >
      <AmendmentChanges lang={proposal.lang} base={base} changes={modified ?? changes} sides={sides} />
      {modified && (
        <details>
          <summary>{t('amending.as-made')}</summary>
          <AmendmentChanges lang={proposal.lang} base={base} changes={changes} />
        </details>
      )}
    </Section>
  );
}

function Conflicts({ amendment, lang }: { readonly amendment: AmendmentView; readonly lang: string }) {
  const { t } = useTranslation();
  return (
    <Section title={t('amending.needs-author')}>
      <p className="muted">{t('amending.needs-author-text')}</p>
      {amendment.conflicts.map((conflict) => (
        <ConflictCard
          key={`${conflict.change.kind} ${conflict.change.paragraphId}`}
          conflict={conflict}
          lang={lang}
        />
      ))}
    </Section>
  );
}

/** Where it wants other words than another amendment that is open. */
function Rivals({ amendment, proposal, list }: Found) {
  const { t } = useTranslation();
  const stretches = useMemo(() => {
    const open = openOf(list).filter(({ parentId }) => parentId === null);
    const all = stretchesOf(sourceText(proposal), open);
    return all.filter(({ numbers }) => numbers.includes(amendment.number));
  }, [amendment, proposal, list]);
  if (stretches.length === 0) return null;
  return (
    <Section title={t('amending.rivals')}>
      {stretches.map((stretch) => (
        <CollisionStretch
          key={`${stretch.about} ${stretch.paragraph} ${stretch.numbers.join()}`}
          stretch={stretch}
          lang={proposal.lang}
        />
      ))}
    </Section>
  );
}

function Children(props: { readonly slug: string; readonly id: string; readonly list: AmendmentsView }) {
  const { t } = useTranslation();
  const children = props.list.amendments.filter(({ parentId }) => parentId === props.id);
  if (children.length === 0) return null;
  return (
    <Section title={t('amending.children')}>
      <ul className="rows cards">
        {children.map((each) => (
          <li key={each.id}>
            <AmendmentCard slug={props.slug} amendment={each} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
