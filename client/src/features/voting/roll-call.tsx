import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../../../src/kernel/localized.js';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import type { RollView } from '../../../../src/voting/records.contract.js';
import { Loaded } from '../../ui/feedback.js';
import { TextField } from '../../ui/field.js';
import { LangText, usePick } from '../../ui/lang-text.js';
import { GLANCE, plain } from './ballot/option-filter.js';
import { useBallotText } from './ballot/words.js';
import { useRoll } from './queries.js';
import { isRunning } from './running.js';
import { useWeightText } from './weight.js';

/** Who may vote and, where that is open, how each did. Asked for when it is unfolded. */
export function RollCall({ poll }: { readonly poll: PollView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const seen =
    (poll.terms.live && isRunning(poll)) || (poll.state === 'published' && poll.terms.secrecy !== 'secret');
  return (
    <details className="disclosure" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(seen ? 'roll.votes' : 'roll.title')}</summary>
      {open && <Roll poll={poll} seen={seen} />}
    </details>
  );
}

function Roll({ poll, seen }: { readonly poll: PollView; readonly seen: boolean }) {
  const { t } = useTranslation();
  const pick = usePick();
  const [words, setWords] = useState('');
  const wanted = plain(words.trim());
  const fits = ({ name, city, proxy }: RollView) =>
    [name, pick(city), proxy ?? ''].some((text) => plain(text).includes(wanted));
  return (
    <Loaded query={useRoll(poll)}>
      {(roll) => {
        const shown = roll.filter(fits);
        return (
          <div className="stack">
            {roll.length > GLANCE && (
              <TextField label={t('roll.search')} type="search" value={words} onChange={setWords} />
            )}
            <p role="status" className="hint">
              {t('roll.count', { count: shown.length })}
            </p>
            <ul className="rows roll">
              {shown.map((line) => (
                <Line key={line.voterId} poll={poll} line={line} seen={seen} />
              ))}
            </ul>
          </div>
        );
      }}
    </Loaded>
  );
}

interface LineProps {
  readonly poll: PollView;
  readonly line: RollView;
  readonly seen: boolean;
}

function Line({ poll, line, seen }: LineProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const text = useBallotText(poll.terms);
  const weightText = useWeightText();
  const { name, city, weight, proxy, ballot } = line;
  return (
    <li className="roll-line" data-choice={ballot?.choice}>
      <span>
        <bdi className="author-name">{name}</bdi>
        {city && pick(city) !== name && (
          <span className="muted">
            {' '}
            · <LangText text={city} mark={false} />
          </span>
        )}
        {weight !== '1' && (
          <span className="muted"> · {t('roll.weight', { weight: isolated(weightText(weight)) })}</span>
        )}
        {proxy && <span className="hint roll-proxy">{t('roll.proxy', { name: isolated(proxy) })}</span>}
      </span>
      {seen && <span className="roll-ballot">{ballot ? text(ballot) : t('roll.none')}</span>}
    </li>
  );
}
