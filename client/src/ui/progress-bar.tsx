import { useLang } from '../i18n/i18n.js';

/** How far something is. `value` of `max`; the words beside it say of what. */
export function ProgressBar({
  label,
  value,
  max,
  tone = 'cobalt',
  words,
}: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly tone?: 'cobalt' | 'green' | 'clay' | 'muted';
  /** What stands at the end of the line; the share in per cent if left out. */
  readonly words?: string;
}) {
  const { locale } = useLang();
  const share = max > 0 ? value / max : 0;
  const shown =
    words ?? new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
  return (
    <div className="progress">
      <span className="progress-label">
        <span>{label}</span>
        <span>{shown}</span>
      </span>
      <progress className={`progress-bar progress-${tone}`} value={share} max={1} aria-label={label} />
    </div>
  );
}
