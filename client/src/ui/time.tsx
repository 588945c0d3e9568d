import { useLang } from '../i18n/i18n.js';

type Show = 'date' | 'day' | 'clock' | 'moment' | 'ago';

const FORMATS: Readonly<Record<Exclude<Show, 'ago'>, Intl.DateTimeFormatOptions>> = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  clock: { hour: '2-digit', minute: '2-digit' },
  moment: { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
};

const STEPS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** "3 hours ago" in the page's language; under a minute: "now". */
export function ago(iso: string, locale: string, now = Date.now()): string {
  const seconds = (Date.parse(iso) - now) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
  return step ? format.format(Math.trunc(seconds / step[1]), step[0]) : format.format(0, 'second');
}

/** A moment or a day (`2014-06-13`) as the reader's language writes it, in the reader's time zone. */
export function useTimeText(): (iso: string, show: Show) => string {
  const { locale } = useLang();
  return (iso, show) => {
    if (show === 'ago') return ago(iso, locale);
    // A day without a time is the same day everywhere.
    const zone = iso.length === 10 ? { timeZone: 'UTC' } : {};
    return new Intl.DateTimeFormat(locale, { ...FORMATS[show], ...zone }).format(new Date(iso));
  };
}

export function Time({ at, show = 'ago' }: { readonly at: string; readonly show?: Show }) {
  const text = useTimeText();
  return (
    <time dateTime={at} title={show === 'ago' ? text(at, 'moment') : undefined}>
      {text(at, show)}
    </time>
  );
}

/** From the first day to the last, said as short as the language can. */
export function DayRange({ from, to }: { readonly from: string; readonly to: string }) {
  const { locale } = useLang();
  const format = new Intl.DateTimeFormat(locale, { ...FORMATS.date, timeZone: 'UTC' });
  return <>{format.formatRange(new Date(from), new Date(to))}</>;
}
