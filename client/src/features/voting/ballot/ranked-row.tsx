import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../../i18n/i18n.js';
import { Icon } from '../../../ui/icon.js';

interface RankedRowProps {
  readonly id: string;
  readonly group: number;
  readonly name: string;
  readonly place: number;
  readonly shared: boolean;
  readonly joined: boolean;
  readonly mark: 'dragged' | 'before' | 'after' | undefined;
  readonly canJoin: boolean;
  readonly canMove: (by: -1 | 1) => boolean;
  /** `control` selects, within the row, what is to keep the focus. */
  readonly onMove: (by: -1 | 1, control: string) => void;
  readonly onJoin: () => void;
  readonly onOut: () => void;
  readonly onDrag: (event: PointerEvent) => void;
}

const STEPS = { ArrowUp: -1, ArrowDown: 1 } as const;

/** One ranked option: its place, its name (tapped, it is taken out), and what moves it. */
export function RankedRow(row: RankedRowProps) {
  const { t } = useTranslation();
  const { locale } = useLang();
  const { name } = row;
  const place = new Intl.NumberFormat(locale).format(row.place);
  const keys = (event: KeyboardEvent) => {
    const by = STEPS[event.key as keyof typeof STEPS];
    if (!by) return;
    event.preventDefault();
    row.onMove(by, '.ranked-name');
  };
  return (
    <li
      className="ranked-row"
      data-option={row.id}
      data-group={row.group}
      data-mark={row.mark}
      data-shared={row.shared || undefined}
      data-joined={row.joined || undefined}
    >
      <button type="button" className="ranked-name" onClick={row.onOut} onKeyDown={keys}>
        <span className="ranked-place">{place}</span>
        <bdi>{name}</bdi>
        <span className="visually-hidden"> {t('ballot.take-out')}</span>
      </button>
      <span className="ranked-tools">
        {row.canJoin && (
          <button
            type="button"
            className="ranked-tool ranked-join"
            aria-pressed={row.joined}
            aria-label={t('ballot.join', { name })}
            onClick={row.onJoin}
          >
            =
          </button>
        )}
        {([-1, 1] as const).map((by) => (
          <button
            key={by}
            type="button"
            className={`ranked-tool ${by < 0 ? 'ranked-up' : 'ranked-down'}`}
            aria-label={t(by < 0 ? 'do.move-up' : 'do.move-down', { name })}
            disabled={!row.canMove(by)}
            onClick={() => row.onMove(by, by < 0 ? '.ranked-up' : '.ranked-down')}
            onKeyDown={keys}
          >
            <Icon name={by < 0 ? 'up' : 'down'} />
          </button>
        ))}
        {/* Only for pointers: keys and screen readers have the buttons. */}
        <span className="ranked-handle" aria-hidden="true" onPointerDown={row.onDrag}>
          ⠿
        </span>
      </span>
    </li>
  );
}
