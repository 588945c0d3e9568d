import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { PollTerms } from '../../../../src/voting/polls.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { fits } from './poll-shape.js';
import { shareOfMajority, shareWords } from './rule-words.js';

type Number = (value: number) => string;

/** The whole rule in words: how it is decided, who votes, how openly. */
export function termsSentence(terms: PollTerms, t: TFunction, number: Number): string {
  const parts = [...decided(terms, t, number), ...asked(terms, t), ...openly(terms, t)];
  return parts.join(' ');
}

function decided(terms: PollTerms, t: TFunction, number: Number): readonly string[] {
  const { rule } = terms;
  const quorum = rule.quorum
    ? t(`terms.quorum-${rule.quorum.of}`, { share: shareWords(rule.quorum, t, number) })
    : t('terms.no-quorum');
  if (terms.method === 'yes-no-abstain')
    return [carried(rule, t, number), ...groups(rule, t, number), quorum];
  return [
    `${t(`method.${terms.method}`)}: ${t(`method-hint.${terms.method}`)}`,
    ...elected(terms, t),
    quorum,
  ];
}

function carried({ majority, base }: PollTerms['rule'], t: TFunction, number: Number): string {
  if (majority === 'simple') return t('terms.simple');
  const of = t(`base.${base}`);
  if (majority === 'absolute') return t('terms.absolute', { of });
  return t('terms.share', { of, share: shareWords(shareOfMajority(majority), t, number) });
}

function groups(rule: PollTerms['rule'], t: TFunction, number: Number): readonly string[] {
  if (!rule.groups) return [];
  const { by, majority } = rule.groups;
  if (majority === 'simple' || majority === 'absolute') return [t(`terms.groups-${majority}.${by}`)];
  return [t(`terms.groups-share.${by}`, { share: shareWords(shareOfMajority(majority), t, number) })];
}

function elected(terms: PollTerms, t: TFunction): readonly string[] {
  const fit = fits({ ...terms, majority: { kind: 'simple' } });
  const [low, high] = terms.scoreRange ?? [0, 0];
  return [
    fit.choicesMax && t('terms.choices', { number: terms.choicesMax }),
    fit.seats && t('terms.seats', { number: terms.seats }),
    fit.scores && t('terms.scores', { low, high }),
    fit.unranked && t(`terms.${terms.unranked}`),
    t(`terms.tie-${terms.tieBreak}`),
  ].filter((sentence) => sentence !== false);
}

function asked({ electorate, confirmed, proxies }: PollTerms, t: TFunction): readonly string[] {
  return [
    t(`terms.${electorate}`),
    ...(confirmed ? [t('terms.confirmed')] : []),
    ...(proxies ? [t('terms.proxies')] : []),
  ];
}

function openly({ secrecy, live, changeable, publication }: PollTerms, t: TFunction): readonly string[] {
  return [
    t(live ? 'terms.live' : `terms.${secrecy}`),
    t(changeable ? 'terms.changeable' : 'terms.final'),
    t(`terms.${publication}`),
  ];
}

/** The whole rule in words of the page's language. */
export function useTermsText(): (terms: PollTerms) => string {
  const { t } = useTranslation();
  const { locale } = useLang();
  const format = new Intl.NumberFormat(locale);
  return (terms) => termsSentence(terms, t, (value) => format.format(value));
}
