import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../../../src/kernel/localized.js';
import type { Exact } from '../../../../src/voting/counting/counting.contract.js';
import type { PollResult, PollTerms, PollView } from '../../../../src/voting/polls.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { usePick } from '../../ui/lang-text.js';
import { motionOf } from './motion-tally.js';
import { shareOfMajority, shareWords } from './rule-words.js';
import { verdictKey } from './verdict.js';
import { exactText } from './weight.js';

/** How a language says the parts of a result. */
export interface Words {
  readonly t: TFunction;
  readonly number: (value: number) => string;
  readonly exact: (value: Exact) => string;
  /** Options by id, one after the other. */
  readonly names: (ids: readonly string[]) => string;
}

type Told = Pick<PollView, 'terms' | 'present'>;

/** The result in sentences, the decision first. */
export function resultSentences(poll: Told, result: PollResult, words: Words): readonly string[] {
  const { t } = words;
  const verdict = t(verdictKey(result));
  if (result.quorate === false) return [verdict, withoutQuorum(poll, result, words)];
  return poll.terms.method === 'yes-no-abstain'
    ? motionSentences(poll.terms, result, words)
    : electionSentences(poll.terms, result, words);
}

function motionSentences({ rule }: PollTerms, result: PollResult, words: Words): readonly string[] {
  const { t, exact, number } = words;
  const { sides, base, groups } = motionOf(result.tally);
  const verdict = t(verdictKey(result));
  const simple = rule.majority === 'simple';
  const of = t(`base.${rule.base}`);
  const needed = simple
    ? t('result.needed-simple')
    : rule.majority === 'absolute'
      ? t('result.needed-absolute', { of })
      : t('result.needed-share', { of, share: shareWords(shareOfMajority(rule.majority), t, number) });
  return [
    simple
      ? t('result.says-sides', { verdict, yes: exact(sides.yes.weight), no: exact(sides.no.weight) })
      : t('result.says-base', { verdict, yes: exact(sides.yes.weight), base: exact(base) }),
    result.tie ? t('result.tie-motion') : needed,
    ...(groups && rule.groups
      ? [t(`result.groups.${rule.groups.by}`, groups), groupsNeeded(rule.groups, words)]
      : []),
  ];
}

function groupsNeeded(
  { by, majority }: NonNullable<PollTerms['rule']['groups']>,
  { t, number }: Words,
): string {
  if (majority === 'simple' || majority === 'absolute') return t(`terms.groups-${majority}.${by}`);
  return t(`terms.groups-share.${by}`, { share: shareWords(shareOfMajority(majority), t, number) });
}

function electionSentences({ seats }: PollTerms, result: PollResult, { t, names }: Words): readonly string[] {
  const { tie, winners } = result;
  const verdict = t(verdictKey(result));
  const who = winners.length > 0 ? winners : (tie?.between ?? []);
  const said = who.length > 0 ? t('result.says', { verdict, names: names(who) }) : verdict;
  if (!tie) return [said];
  const between = names(tie.between);
  if (tie.for === 'win') return [said, t('result.tie-win')];
  if (tie.for === 'elimination') return [said, t('result.tie-elimination', { names: between })];
  return [said, t('result.tie-seat', { names: between, filled: winners.length, seats })];
}

/** A quorum compares heads: those present, or the ballots cast where nobody counted the hall. */
function withoutQuorum({ terms, present }: Told, result: PollResult, { t, number }: Words): string {
  const quorum = terms.rule.quorum ?? { num: 1, den: 1, of: 'entitled' };
  const ofPresent = quorum.of === 'present';
  return t('result.no-quorum', {
    heads: ofPresent ? result.cast.ballots : (present ?? result.cast.ballots),
    whole: ofPresent ? (present ?? 0) : result.entitled.heads,
    share: shareWords(quorum, t, number),
  });
}

/** The words of the page's language for one poll. */
export function useResultWords({ options }: Pick<PollTerms, 'options'>): Words {
  const { t } = useTranslation();
  const { locale } = useLang();
  const pick = usePick();
  const texts = new Map(options.map(({ id, text }) => [id, pick(text)]));
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    t,
    number: (value) => new Intl.NumberFormat(locale).format(value),
    exact: (value) => exactText(value, locale),
    names: (ids) => list.format(ids.map((id) => isolated(texts.get(id) ?? id))),
  };
}
