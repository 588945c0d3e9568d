import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allowsTies, type FormProps } from './content.js';
import { useDrag } from './drag.js';
import { useOptionFilter } from './option-filter.js';
import { RankedRow } from './ranked-row.js';
import {
  canMove,
  groupOf,
  isJoined,
  joined,
  moved,
  placed,
  type Ranking,
  rankOf,
  tapped,
} from './ranking.js';
import { useOptionName } from './words.js';

/** What had the focus when a row changed: moving an element in a page takes the focus from it. */
interface Kept {
  readonly id: string;
  readonly control: string;
}

/**
 * An order of preference: by tapping options one after the other, by dragging, by buttons and by arrow keys. Above
 * the line is the order, below it what is not ranked, with what that means.
 */
export function RankingForm({ terms, value, onChange }: FormProps) {
  const { t } = useTranslation();
  const name = useOptionName(terms);
  const list = useRef<HTMLOListElement>(null);
  const kept = useRef<Kept | null>(null);
  const [told, setTold] = useState('');
  const ranking: Ranking = value.ranking ?? [];
  const ranked = ranking.flat();
  const { shown, box } = useOptionFilter(terms.options.filter(({ id }) => !ranked.includes(id)));

  const change = (id: string, next: Ranking) => {
    if (next === ranking) return;
    onChange({ ranking: next });
    setTold(
      groupOf(next, id) < 0
        ? t('ballot.told-out', { name: name(id) })
        : t('ballot.told-place', { name: name(id), place: rankOf(next, id) }),
    );
  };
  const { drag, start } = useDrag(list, (id, before) => change(id, placed(ranking, id, before)));

  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed order is what this waits for
  useLayoutEffect(() => {
    const row = kept.current && list.current?.querySelector(`[data-option="${kept.current.id}"]`);
    if (row && !row.contains(document.activeElement))
      row
        .querySelector<HTMLElement>(`${kept.current?.control}:not(:disabled), button:not(:disabled)`)
        ?.focus();
    kept.current = null;
  }, [value.ranking]);

  const others = ranking.map((group) => group.filter((id) => id !== drag?.id)).filter(({ length }) => length);
  return (
    <div className="options">
      <p className="options-legend">{t('ballot.rank')}</p>
      <p className="hint">{t(allowsTies(terms) ? 'ballot.rank-hint-ties' : 'ballot.rank-hint')}</p>
      <ol ref={list} className="rows ranked" data-dragging={drag ? '' : undefined}>
        {ranking.map((group, at) =>
          group.map((id) => (
            <RankedRow
              key={id}
              id={id}
              group={at}
              name={name(id)}
              place={rankOf(ranking, id)}
              shared={group.length > 1}
              joined={isJoined(ranking, id)}
              mark={markOf(
                drag?.id === id,
                drag ? (others[drag.before]?.[0] ?? null) : undefined,
                id,
                others,
              )}
              canJoin={allowsTies(terms) && (at > 0 || isJoined(ranking, id))}
              canMove={(by) => canMove(ranking, id, by)}
              onMove={(by, control) => {
                kept.current = { id, control };
                change(id, moved(ranking, id, by));
              }}
              onJoin={() => {
                kept.current = { id, control: '.ranked-join' };
                change(id, joined(ranking, id));
              }}
              onOut={() => change(id, tapped(ranking, id))}
              onDrag={(event) => start(event, id)}
            />
          )),
        )}
      </ol>
      {ranked.length === 0 && <p className="ranked-none">{t('ballot.rank-none')}</p>}
      {ranked.length < terms.options.length && (
        <div className="unranked">
          <p className="unranked-line">{t(`ballot.unranked.${terms.unranked}`)}</p>
          {box}
          <ul className="rows options-list">
            {shown.map(({ id }) => (
              <li key={id}>
                <button
                  type="button"
                  className="unranked-option"
                  onClick={() => change(id, tapped(ranking, id))}
                >
                  <span className="ranked-place" aria-hidden="true" />
                  <bdi>{name(id)}</bdi>
                  <span className="visually-hidden"> {t('ballot.put-in', { place: ranked.length + 1 })}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p role="status" className="visually-hidden">
        {told}
      </p>
    </div>
  );
}

type Mark = 'dragged' | 'before' | 'after' | undefined;

/** Whether a row is the dragged one, or stands where that would be put down: `next` is the row it would come before. */
function markOf(dragged: boolean, next: string | null | undefined, id: string, others: Ranking): Mark {
  if (dragged) return 'dragged';
  if (next === undefined) return undefined;
  if (next === id) return 'before';
  return next === null && others.at(-1)?.at(-1) === id ? 'after' : undefined;
}
