import './merging.css';
import '../../../ui/differences.css';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { MergeView } from '../../../../../src/proposals/merging/merging.contract.js';
import type { ProposalView } from '../../../../../src/proposals/proposals.contract.js';
import { Button } from '../../../ui/button.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { Empty, Loaded, Notice, Refusal } from '../../../ui/feedback.js';
import { Page, Section } from '../../../ui/page.js';
import { PageOf } from '../../../ui/page-of.js';
import { ProgressBar } from '../../../ui/progress-bar.js';
import { useProposal } from '../queries.js';
import { AmendmentFates } from './amendment-fates.js';
import { Chosen } from './chosen.js';
import { FinishMerge } from './finish-merge.js';
import { useMerge, useMergeAct } from './queries.js';
import { QuietSpot, SpotCard, spotElement } from './spot-card.js';
import { needsEyes, nextOpen, placesOf, stageOf } from './spots.js';

/** What is open on a proposal, merged into its next version by several people at once. */
export default function MergePage() {
  const { id = '' } = useParams();
  return <PageOf query={useProposal(id)}>{(found) => <Merge proposal={found} />}</PageOf>;
}

function Merge({ proposal }: { readonly proposal: ProposalView }) {
  const { slug = '' } = useParams();
  const { t } = useTranslation();
  return (
    <Page
      title={t('merging.title')}
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
      <Loaded query={useMerge(proposal.id)}>
        {(view) => (view.merging ? <Open view={view} /> : <Begin view={view} />)}
      </Loaded>
    </Page>
  );
}

function Begin({ view }: { readonly view: MergeView }) {
  const { t } = useTranslation();
  const begin = useMergeAct(view.proposalId);
  if (view.amendments.length === 0) return <Empty title={t('merging.none')}>{t('merging.none-text')}</Empty>;
  return (
    <div className="stack">
      <p>{t('merging.begin-text')}</p>
      <Refusal error={begin.error} />
      {view.abilities.begin && (
        <div className="actions">
          <Button look="primary" isPending={begin.isPending} onPress={() => begin.mutate({ act: '' })}>
            {t('merging.begin')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Where the focus is, or was last: the spot from which the next one is counted. */
const spotOf = (element: Element | null): string | null =>
  element?.closest('.merge-card')?.querySelector('[data-spot]')?.getAttribute('data-spot') ?? null;

function show(spot: string | null): void {
  const heading = spot && document.getElementById(spotElement(spot));
  if (!heading) return;
  heading.scrollIntoView({ block: 'start' });
  heading.focus({ preventScroll: true });
}

function Open({ view }: { readonly view: MergeView }) {
  const { t } = useTranslation();
  const [onlyOpen, setOnlyOpen] = useState(false);
  const places = placesOf(view);
  const shown = onlyOpen ? view.spots.filter(needsEyes) : view.spots;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    show(nextOpen(view.spots, spotOf(document.activeElement), event.key === 'ArrowDown' ? 1 : -1));
  };
  const { done, of } = view.decided;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys lead on from wherever the focus is; the button does the same
    <div className="stack merge" onKeyDown={onKeyDown}>
      <div className="merge-bar">
        <ProgressBar
          label={t('merging.progress', { done, of })}
          value={done}
          max={of}
          tone={done === of ? 'green' : 'cobalt'}
        />
        <div className="actions">
          <Button
            isDisabled={done === of}
            onPress={() => show(nextOpen(view.spots, spotOf(document.activeElement)))}
          >
            {t('merging.next')}
          </Button>
          <Checkbox isSelected={onlyOpen} onChange={setOnlyOpen}>
            {t('merging.only-open')}
          </Checkbox>
        </div>
        <p className="hint merge-keys">{t('merging.next-keys')}</p>
      </div>
      <Problems view={view} />
      {onlyOpen && shown.length === 0 && <p role="status">{t('merging.all-decided')}</p>}
      <ol className="rows merge-spots">
        {shown.map((spot) => {
          const Shown = stageOf(spot) === 'quiet' ? QuietSpot : SpotCard;
          return <Shown key={spot.spot} view={view} spot={spot} number={places.get(spot.spot) ?? 0} />;
        })}
      </ol>
      <Section title={t('merging.amendments')}>
        <AmendmentFates view={view} />
      </Section>
      <FinishMerge view={view} />
    </div>
  );
}

function Problems({ view }: { readonly view: MergeView }) {
  const { t } = useTranslation();
  const kinds = new Set(view.problems.map(({ kind }) => kind));
  return (
    <>
      {kinds.has('twice') && <Notice tone="problem">{t('merging.twice')}</Notice>}
      {kinds.has('contradiction') && <Notice tone="problem">{t('merging.contradiction')}</Notice>}
      {view.lost.length > 0 && (
        <Section title={t('merging.lost')}>
          <p className="hint">{t('merging.lost-text')}</p>
          <ul className="rows">
            {view.lost.map((choice) => (
              <li key={choice.sequence}>
                <Chosen view={view} choice={choice} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
