import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../../src/voting/voting.contract.js';
import { useLang } from '../../i18n/i18n.js';

const TWO_THIRDS = { num: 2, den: 3 };

/** The rule of a poll in full sentences: what carries it, and how many must take part. */
export function useRuleText(): (rule: Rule) => string {
  const { t } = useTranslation();
  const { locale } = useLang();
  const number = new Intl.NumberFormat(locale);
  const share = ({ num, den }: { num: number; den: number }) => {
    if (num * 2 === den) return t('poll.share.half');
    if (num * 3 === den * 2) return t('poll.share.two-thirds');
    if (num * 3 === den) return t('poll.share.third');
    return t('poll.share.other', { num: number.format(num), den: number.format(den) });
  };
  return ({ majority, base, quorum }) => {
    const of = t(`base.${base}`);
    const carries =
      majority === 'simple'
        ? t('poll.rule.simple')
        : majority === 'absolute'
          ? t('poll.rule.absolute', { of })
          : t('poll.rule.share', { of, share: share(majority === 'two-thirds' ? TWO_THIRDS : majority) });
    const taking = quorum ? t('poll.rule.quorum', { share: share(quorum) }) : t('poll.rule.no-quorum');
    return `${carries} ${taking}`;
  };
}
