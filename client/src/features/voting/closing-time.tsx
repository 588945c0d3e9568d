import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { clockText, useSecondsLeft } from './seconds-left.js';

/** When a screen reader is told, in seconds before the close: not each second. */
const TOLD = [300, 60, 30, 10, 0];
/** A close that is hours away is a time of day, not a count-down. */
const COUNTED_S = 3_600;
/** How long after its end a poll is asked for anew where nobody told of the close, and by how much each phone differs. */
const OVERDUE_MS = { least: 1_000, spread: 3_000 };

/** How long ballots are still taken. Nothing where only the chair closes. */
export function ClosingTime({ poll }: { readonly poll: PollView }) {
  const left = useSecondsLeft(poll.closesAt);
  return poll.closesAt && left !== null ? (
    <Counting poll={poll} closesAt={poll.closesAt} left={left} />
  ) : null;
}

interface CountingProps {
  readonly poll: PollView;
  readonly closesAt: string;
  /** Whole seconds. */
  readonly left: number;
}

function Counting({ poll, closesAt, left }: CountingProps) {
  const { t } = useTranslation();
  const { locale } = useLang();
  const client = useQueryClient();
  const over = left === 0;
  useEffect(() => {
    if (!over) return;
    const ask = () => void client.invalidateQueries({ queryKey: ['poll', poll.id] });
    const timer = setTimeout(ask, OVERDUE_MS.least + Math.random() * OVERDUE_MS.spread);
    return () => clearTimeout(timer);
  }, [over, client, poll.id]);

  // The last of the moments that has come; its words stay the same until the next one.
  const told = TOLD.findLast((moment) => left <= moment);
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  return (
    <div className="time-left" data-near={left <= 60 || undefined}>
      <p aria-hidden={left < COUNTED_S || undefined}>
        {over ? (
          t('poll.time-up')
        ) : left >= COUNTED_S ? (
          t('poll.closes-at', { time: clock.format(new Date(closesAt)) })
        ) : (
          <>
            {t('poll.closes-in')} <bdi dir="ltr">{clockText(left, locale)}</bdi>
          </>
        )}
      </p>
      <p role="status" className="visually-hidden">
        {told === undefined
          ? null
          : told === 0
            ? t('poll.time-up')
            : told >= 60
              ? t('poll.minutes-left', { count: told / 60 })
              : t('poll.seconds-left', { count: told })}
      </p>
    </div>
  );
}
