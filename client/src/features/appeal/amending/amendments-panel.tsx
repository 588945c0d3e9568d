import '../../proposals/amendments/amending.css';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type {
  ClauseAmendmentsView,
  ClauseAmendmentView,
} from '../../../../../src/appeal/amendments/clause-amendments.contract.js';
import { Button } from '../../../ui/button.js';
import { Empty, Loaded, Loading } from '../../../ui/feedback.js';
import { lazily } from '../../../ui/lazily.js';
import { Section } from '../../../ui/page.js';
import { useNumbers } from '../../proposals/amendments/numbers.js';
import { groupsBy } from '../../proposals/amendments/stretches.js';
import { useNamedClauses } from '../adoption/clause-names.js';
import type { WorkshopPart } from '../workshop.js';
import { type CardProps, ClauseAmendmentCard } from './clause-amendment-card.js';
import { Collisions } from './collisions.js';
import { DecideChosen } from './decide-chosen.js';
import { useClauseAmendments } from './queries.js';
import { VotingOrder } from './voting-order.js';

const ProposeForm = lazily(() => import('./propose-form.js'));
const PrepareVotes = lazily(
  () => import('./prepare-votes.js'),
  'voting',
  'chairing',
  'forms',
  'terms',
  'manage',
);

/** The amendments to the draft: suggesting one, how they stand to each other, deciding them, putting them to the vote. */
export default function AmendmentsPanel({ forum, appeal }: WorkshopPart) {
  const list = useClauseAmendments(appeal.id);
  return <Loaded query={list}>{(found) => <Amendments forum={forum} appeal={appeal} list={found} />}</Loaded>;
}

type Written = { readonly amendment: ClauseAmendmentView | null } | null;

function Amendments({ forum, appeal, list }: WorkshopPart & { readonly list: ClauseAmendmentsView }) {
  const { t } = useTranslation();
  const names = useNamedClauses(appeal);
  const [written, setWritten] = useState<Written>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { amendments, clauses, abilities } = list;
  useAnchor(amendments.length);
  const cards: CardProps = {
    slug: forum.slug,
    clauses,
    names,
    onEdit: (amendment) => setWritten({ amendment }),
    chosen,
    onChoose: setChosen,
  };
  const decides = amendments.some((each) => each.abilities.accept || each.abilities.reject);
  const votable = amendments.filter((each) => each.abilities.putToVote).length;
  if (written)
    return (
      <Suspense fallback={<Loading lines={6} />}>
        <ProposeForm
          appealId={appeal.id}
          amendment={written.amendment}
          clauses={clauses}
          names={names}
          onClose={() => setWritten(null)}
        />
      </Suspense>
    );
  return (
    <div className="stack">
      <p className="muted">{t(appeal.state === 'reviewing' ? 'reviewing.what-for' : 'reviewing.closed')}</p>
      {abilities.propose && (
        <div className="actions">
          <Button look="primary" onPress={() => setWritten({ amendment: null })}>
            {t('amending.suggest')}
          </Button>
        </div>
      )}
      {amendments.length === 0 && <Empty title={t('amending.none')} />}
      <VotingOrder list={list} />
      <Groups list={list} cards={cards} />
      {decides && (
        <DecideChosen appealId={appeal.id} list={list} chosen={chosen} onDone={() => setChosen([])} />
      )}
      {abilities.putToVote && amendments.length > 0 && (
        <Suspense>
          <PrepareVotes slug={forum.slug} appealId={appeal.id} count={votable} />
        </Suspense>
      )}
    </div>
  );
}

/** Drafts of one's own, those that collide in groups with the words that are fought over, those that stand apart, the decided. */
function Groups({ list, cards }: { readonly list: ClauseAmendmentsView; readonly cards: CardProps }) {
  const { t } = useTranslation();
  const listed = useNumbers();
  const { amendments, order } = list;
  const groups = useMemo(
    () => groupsBy(order.consequences.excludes).map((ids) => amendments.filter(({ id }) => ids.includes(id))),
    [amendments, order],
  );
  const grouped = new Set(groups.flat().map(({ id }) => id));
  const rest = amendments.filter(({ id }) => !grouped.has(id));
  const drafts = rest.filter(({ state }) => state === 'draft');
  const open = rest.filter(({ state }) => state === 'submitted' || state === 'voted');
  const decided = rest.filter((each) => !drafts.includes(each) && !open.includes(each));
  const rows = (all: readonly ClauseAmendmentView[]) => (
    <ul className="rows amendment-rows">
      {all.map((each) => (
        <ClauseAmendmentCard key={each.id} {...cards} amendment={each} />
      ))}
    </ul>
  );
  const section = (title: string, all: readonly ClauseAmendmentView[]) =>
    all.length > 0 && <Section title={title}>{rows(all)}</Section>;
  return (
    <>
      {section(t('reviewing.drafts'), drafts)}
      {groups.map((group) => {
        const numbers = group.map(({ number }) => number);
        return (
          <Section
            key={numbers.join()}
            title={t('amending.group', { count: numbers.length, names: listed(numbers) })}
          >
            <Collisions list={list} numbers={numbers} names={cards.names} />
            {rows(group)}
          </Section>
        );
      })}
      {section(t(groups.length > 0 ? 'amending.apart' : 'amending.open'), open)}
      {section(t('amending.decided'), decided)}
    </>
  );
}

/** Whoever comes for one amendment is taken to it, once it is there. */
function useAnchor(there: number): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (there > 0 && hash.startsWith('#amendment-')) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash, there]);
}
