import './merging.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type {
  TracedAmendment,
  TracedRun,
  TracesView,
} from '../../../../../src/proposals/merging/merging.contract.js';
import { directionOf } from '../../../i18n/locale.js';
import { get } from '../../../lib/api.js';
import { Author } from '../../../ui/author.js';
import { Loaded } from '../../../ui/feedback.js';
import { Section } from '../../../ui/page.js';
import { RichWords } from '../../../ui/rich-text.js';
import { NumberMark } from './merge-text.js';

/** A version in which every word that came with an amendment leads to it and to its vote. */
export default function Traces({ id, number }: { readonly id: string; readonly number: number }) {
  const { t } = useTranslation();
  const traces = useQuery({
    queryKey: ['proposal', id, 'traces', number],
    queryFn: ({ signal }) => get<TracesView>(`/proposals/${id}/traces`, { number }, signal),
  });
  return (
    <Section title={t('traces.title', { number })}>
      <Loaded query={traces}>{(found) => <Traced traces={found} />}</Loaded>
    </Section>
  );
}

const noteOf = (id: string): string => `trace-${id}`;

function Traced({ traces }: { readonly traces: TracesView }) {
  const { t } = useTranslation();
  const { lang, paragraphs, amendments } = traces;
  if (amendments.length === 0) return <p className="muted">{t('traces.none')}</p>;
  return (
    <>
      <p className="hint">{t('traces.text')}</p>
      <div className="merge-text" lang={lang} dir={directionOf(lang)}>
        {paragraphs.map(({ paragraphId, kind, runs }) => (
          <p key={paragraphId} className={`merge-paragraph merge-kind-${kind}`}>
            {runs.map((run, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: runs have nothing but their place
              <Run key={at} run={run} amendments={amendments} />
            ))}
          </p>
        ))}
      </div>
      <h3>{t('traces.sources')}</h3>
      <ol className="rows merge-fates">
        {amendments.map((amendment) => (
          <Source key={amendment.id} amendment={amendment} />
        ))}
      </ol>
    </>
  );
}

function Run({
  run,
  amendments,
}: {
  readonly run: TracedRun;
  readonly amendments: readonly TracedAmendment[];
}) {
  if (run.amendmentIds.length === 0) return <RichWords html={run.html} />;
  const sources = amendments.filter(({ id }) => run.amendmentIds.includes(id));
  return (
    <span className="traced">
      <RichWords html={run.html} />
      {sources.map(({ id, number }) => (
        <a key={id} href={`#${noteOf(id)}`} className="traced-link">
          <NumberMark number={number} />
        </a>
      ))}
    </span>
  );
}

function Source({ amendment }: { readonly amendment: TracedAmendment }) {
  const { t } = useTranslation();
  const { slug = '' } = useParams();
  const { id, number, author, poll } = amendment;
  return (
    <li id={noteOf(id)} tabIndex={-1} className="merge-fate-line">
      <NumberMark number={number} />
      <Link to={`/f/${slug}/amendments/${id}`}>{t('merging.amendment', { number })}</Link>
      <Author author={author} />
      <span className="badge badge-good">{t(poll ? 'traces.adopted' : 'traces.accepted')}</span>
      {poll && <Link to={`/f/${slug}/polls/${poll.id}`}>{t('traces.vote')}</Link>}
    </li>
  );
}
