import { useTranslation } from 'react-i18next';
import type { Fate, FateView } from '../../../../src/appeal/appeal.contract.js';
import { Checkbox } from '../../ui/checkbox.js';
import { LangText, Written } from '../../ui/lang-text.js';
import { ContributionLink } from './contribution-link.js';
import { useReasonText } from './reason-text.js';

const TONES: Readonly<Record<Fate, string>> = {
  retained: 'badge-good',
  merged: 'badge-info',
  deferred: 'badge-waiting',
  'not-retained': 'badge-bad',
};

interface FateRowProps {
  readonly slug: string;
  readonly item: FateView;
  readonly isChosen: boolean;
  /** Left out for those who only read. */
  readonly onChoose?: (chosen: boolean) => void;
}

/** One contribution, what becomes of it, and why. */
export function FateRow({ slug, item, isChosen, onChoose }: FateRowProps) {
  const { t } = useTranslation();
  const reasonText = useReasonText();
  const title = <Written lang={item.lang}>{item.title}</Written>;
  return (
    <li className="card">
      {onChoose ? (
        <Checkbox isSelected={isChosen} onChange={onChoose}>
          {title}
        </Checkbox>
      ) : (
        <p>{title}</p>
      )}
      <p className="meta">
        <span className={`badge ${TONES[item.fate]}`}>{t(`fate.${item.fate}`)}</span>
        <span>{reasonText(item.reason)}</span>
        <span>{t(item.confirmed ? 'fates.confirmed' : 'fates.proposed')}</span>
        {item.cityName && (
          <span>
            <LangText text={item.cityName} mark={false} />
          </span>
        )}
        <ContributionLink slug={slug} {...item} />
      </p>
    </li>
  );
}
