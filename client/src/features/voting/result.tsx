import { useTranslation } from 'react-i18next';
import { CHOICES, type PollResult, type PollView } from '../../../../src/voting/voting.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { Time } from '../../ui/time.js';
import { useRuleText } from './rule-text.js';
import { shareOf, sizeOf, useWeightText } from './weight.js';

const TONES = { yes: 'green', no: 'clay', abstain: 'muted' } as const;

/** What was decided, by how much, and by which rule. */
export function Result({ poll, result }: { readonly poll: PollView; readonly result: PollResult }) {
  const { t } = useTranslation();
  const ruleText = useRuleText();
  return (
    <>
      <div
        className={`verdict stage-pattern ${result.adopted ? 'verdict-adopted' : 'verdict-rejected'}`}
        role="status"
      >
        <p className="verdict-word">{t(verdictKey(result))}</p>
        <p>{ruleText(poll.rule)}</p>
      </div>
      <Bars result={result} />
      <Facts poll={poll} result={result} />
    </>
  );
}

export function verdictKey(result: PollResult): 'poll.adopted' | 'poll.rejected' | 'poll.not-quorate' {
  if (result.adopted) return 'poll.adopted';
  return result.quorate === false ? 'poll.not-quorate' : 'poll.rejected';
}

function Bars({ result }: { readonly result: PollResult }) {
  const { t } = useTranslation();
  const weightText = useWeightText();
  const percent = usePercent();
  return (
    <div className="stack">
      {CHOICES.map((choice) => {
        const { weight } = result.tally[choice];
        const share = shareOf(weight, result.cast.weight);
        return (
          <ProgressBar
            key={choice}
            label={t(`choice.${choice}`)}
            value={share}
            max={1}
            tone={TONES[choice]}
            words={t('poll.of-cast', { weight: weightText(weight), share: percent(share) })}
          />
        );
      })}
    </div>
  );
}

function Facts({ poll, result }: { readonly poll: PollView; readonly result: PollResult }) {
  const { t } = useTranslation();
  const weightText = useWeightText();
  const percent = usePercent();
  // A simple majority compares yes with no: there is no base to take a share of.
  const based = poll.rule.majority !== 'simple' && sizeOf(result.base) > 0;
  return (
    <dl className="facts">
      {based && (
        <>
          <dt>{t('poll.fact.base', { of: t(`base.${poll.rule.base}`) })}</dt>
          <dd>{weightText(result.base)}</dd>
          <dt>{t('poll.fact.share')}</dt>
          <dd>{percent(shareOf(result.tally.yes.weight, result.base))}</dd>
        </>
      )}
      <dt>{t('poll.fact.voted')}</dt>
      <dd>{t('poll.turnout-words', { cast: result.cast.heads, entitled: result.entitled.heads })}</dd>
      {poll.closedAt && (
        <>
          <dt>{t('poll.fact.closed')}</dt>
          <dd>
            <Time at={poll.closedAt} show="moment" />
          </dd>
        </>
      )}
    </dl>
  );
}

function usePercent(): (share: number) => string {
  const { locale } = useLang();
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return (share) => format.format(share);
}
