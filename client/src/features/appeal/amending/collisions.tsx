import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseAmendmentsView } from '../../../../../src/appeal/amendments/clause-amendments.contract.js';
import { CollisionStretch } from '../../proposals/amendments/collision-words.js';
import { useNumbers } from '../../proposals/amendments/numbers.js';
import { type Stretch, stretchesOf } from '../../proposals/amendments/stretches.js';
import type { NamedClause } from '../adoption/clause-names.js';
import { changeOf, paragraphsOf } from './as-paragraphs.js';

/** Where the amendments of a group want different things, with the words that each wants there. */
export function Collisions(props: {
  readonly list: ClauseAmendmentsView;
  readonly numbers: readonly number[];
  readonly names: readonly NamedClause[];
}) {
  const { t } = useTranslation();
  const listed = useNumbers();
  const { list, numbers, names } = props;
  const stretches = useMemo(() => stretchesIn(list, numbers), [list, numbers]);
  const titleOf = ({ about, paragraph, deletes, numbers: those }: Stretch): string => {
    const values = {
      count: those.length,
      names: listed(those),
      clause: names.find(({ id }) => id === list.clauses[paragraph - 1]?.id)?.name ?? '',
    };
    if (about === 'place')
      return t(paragraph === 0 ? 'reviewing.collide-first' : 'reviewing.collide-place', values);
    return t(deletes ? 'reviewing.collide-deletes' : 'reviewing.collide-words', values);
  };
  return stretches.map((stretch) => (
    <CollisionStretch
      key={`${stretch.about} ${stretch.paragraph} ${stretch.numbers.join()}`}
      stretch={stretch}
      lang={list.clauses[stretch.paragraph - 1]?.lang ?? 'fr'}
      title={titleOf(stretch)}
    />
  ));
}

function stretchesIn({ clauses, amendments }: ClauseAmendmentsView, numbers: readonly number[]): Stretch[] {
  const group = amendments.filter(({ number }) => numbers.includes(number));
  return stretchesOf(
    paragraphsOf(clauses),
    group.map(({ id, number, changes }) => ({ id, number, changes: changes.map(changeOf) })),
  );
}
