import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SimilarProposal } from '../../../../../src/proposals/proposals.contract.js';
import { get } from '../../../lib/api.js';
import { useSettled } from '../../../lib/settled.js';
import { Badge } from '../../../ui/badge.js';
import { Written } from '../../../ui/lang-text.js';
import { line } from './written.js';

const AFTER_TYPING_MS = 700;
/** A word or two are like everything. */
const LEAST_LETTERS = 8;

/** What others proposed in much the same words, beside what is being typed. Opens beside it: nothing typed is left. */
export function SimilarProposals(props: {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly lang: string;
  /** The proposal that is being written, which is like itself. */
  readonly id?: string;
}) {
  const { t } = useTranslation();
  const { slug, lang } = props;
  const title = useSettled(line(props.title), AFTER_TYPING_MS);
  const summary = useSettled(line(props.summary), AFTER_TYPING_MS);
  const { data = [] } = useQuery({
    queryKey: ['similar', slug, { title, summary, lang }],
    queryFn: ({ signal }) =>
      get<SimilarProposal[]>(`/forums/${slug}/proposals/similar`, { title, summary, lang }, signal),
    enabled: title.length >= LEAST_LETTERS,
    placeholderData: (before) => before,
  });
  const found = title.length < LEAST_LETTERS ? [] : data.filter(({ id }) => id !== props.id);
  return (
    <div className="similar">
      <p role="status" className="hint">
        {found.length > 0 && t('similar.found', { count: found.length })}
      </p>
      {found.length > 0 && (
        <ul className="rows similar-list">
          {found.map((each) => (
            <li key={each.id}>
              <a href={`/f/${slug}/proposals/${each.id}`} target="_blank" rel="noopener">
                <Written lang={each.titleLang}>{each.title}</Written>
                <span className="visually-hidden"> ({t('similar.opens-beside')})</span>
              </a>
              <span className="meta">
                <span>{t('proposal.number', { number: each.number })}</span>
                <Badge kind="proposal" state={each.state} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
