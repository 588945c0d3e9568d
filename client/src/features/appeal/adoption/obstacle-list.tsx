import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Obstacle, ObstacleCode } from '../../../../../src/appeal/appeal.contract.js';
import { Notice } from '../../../ui/feedback.js';

/** Which view each obstacle is removed in; the text where nothing else is said. */
const VIEW_OF: Partial<Readonly<Record<ObstacleCode, string>>> = {
  'appeal.fates-undecided': 'fates',
  'appeal.suggestions-open': 'suggestions',
  'appeal.words-missing': 'languages',
  'appeal.words-stale': 'languages',
  'appeal.words-unapproved': 'languages',
  'appeal.amendments-open': 'amendments',
  'appeal.compile-outdated': 'adoption',
};

/** What is missing before the next step, each with the way there; a good word where nothing is. */
export function ObstacleList(props: {
  readonly obstacles: readonly Obstacle[];
  readonly before: string;
  readonly none: string;
}) {
  const { t } = useTranslation();
  if (props.obstacles.length === 0)
    return (
      <Notice tone="good">
        <p>{props.none}</p>
      </Notice>
    );
  return (
    <Notice tone="waiting">
      <p>{props.before}</p>
      <ul className="missing-list">
        {props.obstacles.map((obstacle) => (
          <li key={obstacle.code}>
            {t(`missing.${obstacle.code}` as 'missing.clause.needs-source', { count: obstacle.count })}{' '}
            <Link to={wayTo(obstacle)}>{t('publish.go')}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** To the first clause where it stands, where clauses have it. */
function wayTo({ code, clauseIds }: Obstacle): string {
  const view = VIEW_OF[code] ?? 'text';
  return clauseIds[0] ? `?view=${view}&clause=${clauseIds[0]}` : `?view=${view}`;
}
