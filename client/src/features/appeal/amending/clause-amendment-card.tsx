import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type {
  AmendableClause,
  ClauseAmendmentView,
} from '../../../../../src/appeal/amendments/clause-amendments.contract.js';
import { Author } from '../../../ui/author.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { Notice } from '../../../ui/feedback.js';
import { Time } from '../../../ui/time.js';
import { AmendmentBadge } from '../../proposals/amendments/amendment-badge.js';
import { ConflictCard } from '../../proposals/amendments/conflict-card.js';
import type { NamedClause } from '../adoption/clause-names.js';
import { conflictsOf } from './as-paragraphs.js';
import { ChangeList } from './change-list.js';
import { ClauseAmendmentActions } from './clause-amendment-actions.js';

export interface CardProps {
  readonly slug: string;
  readonly clauses: readonly AmendableClause[];
  readonly names: readonly NamedClause[];
  readonly onEdit: (amendment: ClauseAmendmentView) => void;
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

/** Whose address is that of the amendment: `#amendment-<id>`. */
export const anchorOf = (id: string): string => `amendment-${id}`;

/** One amendment: whose it is, how far it is, what it changes and why, what became of it, what one may do with it. */
export function ClauseAmendmentCard(props: CardProps & { readonly amendment: ClauseAmendmentView }) {
  const { t } = useTranslation();
  const { amendment, slug, clauses, names, onEdit, chosen, onChoose } = props;
  const { id, number, state, author, reason, changes, conflicts, modified, pollId, abilities } = amendment;
  return (
    <li id={anchorOf(id)} className="card amendment-card">
      <h3 className="card-title">{t('amending.name', { number })}</h3>
      <p className="meta">
        <AmendmentBadge state={state} />
        {conflicts.length > 0 && <span className="badge badge-waiting">{t('amending.needs-author')}</span>}
        <Author author={author} />
        {pollId && <Link to={`/f/${slug}/polls/${pollId}`}>{t('reviewing.to-vote')}</Link>}
      </p>
      <Decision amendment={amendment} />
      <p className="amendment-reason" dir="auto">
        {reason}
      </p>
      {conflicts.length > 0 && <Conflicts amendment={amendment} />}
      <ChangeList changes={modified ?? changes} names={names} />
      {modified && (
        <details className="card-changes">
          <summary>{t('amending.as-made')}</summary>
          <ChangeList changes={changes} names={names} />
        </details>
      )}
      {changes.length === 0 && conflicts.length === 0 && (
        <p className="muted">{t('reviewing.says-so-already')}</p>
      )}
      <ClauseAmendmentActions
        amendment={amendment}
        clauses={clauses}
        names={names}
        onEdit={() => onEdit(amendment)}
      />
      {(abilities.accept || abilities.reject) && (
        <Checkbox
          isSelected={chosen.includes(id)}
          onChange={(on) => onChoose(on ? [...chosen, id] : chosen.filter((each) => each !== id))}
        >
          {t('amending.choose', { number })}
        </Checkbox>
      )}
    </li>
  );
}

function Conflicts({ amendment }: { readonly amendment: ClauseAmendmentView }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="muted">{t('reviewing.needs-author-text')}</p>
      {conflictsOf(amendment).map(({ lang, conflict }) => (
        <ConflictCard
          key={`${conflict.change.kind} ${conflict.change.paragraphId}`}
          conflict={conflict}
          lang={lang}
        />
      ))}
    </>
  );
}

const TONES = { accepted: 'good', adopted: 'good', rejected: 'problem' } as const;

/** What was decided, by whom and why. */
function Decision({ amendment: { state, decision, modified } }: { readonly amendment: ClauseAmendmentView }) {
  const { t } = useTranslation();
  if (state === 'submitted') return null;
  const about = modified ? 'modified' : state;
  return (
    <Notice tone={TONES[state as 'accepted'] ?? 'plain'}>
      <span>{t(`reviewing.about-${about}`)}</span>
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
