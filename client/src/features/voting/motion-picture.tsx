import { useTranslation } from 'react-i18next';
import type { PollResult, PollTerms } from '../../../../src/voting/polls.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { Section } from '../../ui/page.js';
import {
  type Motion,
  motionOf,
  SIDES,
  type Side,
  sidesMeasured,
  stackOf,
  stackOfGroups,
} from './motion-tally.js';
import { shareOfMajority, shareWords } from './rule-words.js';
import { StackBar } from './stack-bar.js';
import { sizeOf, useWeightText } from './weight.js';

/** Yes, no and the rest as bars with the line of the majority, and as a table; groups of a double majority beside. */
export function MotionPicture({ terms, result }: { readonly terms: PollTerms; readonly result: PollResult }) {
  const { t } = useTranslation();
  const motion = motionOf(result.tally);
  const { rule } = terms;
  return (
    <Section title={t('result.by-votes')}>
      <StackBar stack={stackOf(motion, rule)} />
      <LineNote majority={rule.majority} of={rule.majority === 'simple' ? 'votes' : rule.base} />
      <SidesTable motion={motion} rule={rule} />
      {rule.groups && motion.groups && (
        <>
          <h3>{t(`result.by.${rule.groups.by}`)}</h3>
          <StackBar stack={stackOfGroups(motion.groups, rule.groups.majority, rule.base)} />
          <LineNote majority={rule.groups.majority} />
          <GroupsTable groups={motion.groups} by={rule.groups.by} />
        </>
      )}
    </Section>
  );
}

function LineNote(props: {
  readonly majority: PollTerms['rule']['majority'];
  readonly of?: PollTerms['rule']['base'];
}) {
  const { t } = useTranslation();
  const { locale } = useLang();
  const share = shareWords(shareOfMajority(props.majority), t, (value) =>
    new Intl.NumberFormat(locale).format(value),
  );
  return (
    <p className="hint">
      {t('result.line', { share: props.of ? `${share} ${t(`base.${props.of}`)}` : share })}
    </p>
  );
}

const nameKey = (side: Side) =>
  side === 'blank' || side === 'invalid' ? (`result.${side}` as const) : (`choice.${side}` as const);

function SidesTable({ motion, rule }: { readonly motion: Motion; readonly rule: PollTerms['rule'] }) {
  const { t } = useTranslation();
  const { locale } = useLang();
  const weightText = useWeightText();
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const number = new Intl.NumberFormat(locale);
  const { sides, base } = motion;
  const measured = sidesMeasured(rule);
  // A base of votes for and against stays one under a simple majority, whatever else it says.
  const measure = measured.length === 2 ? sizeOf(sides.yes.weight) + sizeOf(sides.no.weight) : sizeOf(base);
  const weighted = SIDES.some((side) => sizeOf(sides[side].weight) !== sides[side].heads);
  const shown = SIDES.filter((side) => side === 'yes' || side === 'no' || sides[side].heads > 0);
  return (
    <div className="table-wrap">
      <table className="table result-table">
        <thead>
          <tr>
            <th scope="col">{t('result.side')}</th>
            <th scope="col" className="number">
              {t('result.votes')}
            </th>
            <th scope="col" className="number">
              {t('result.share-of')}
            </th>
            {weighted && (
              <th scope="col" className="number">
                {t('result.people')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((side) => (
            <tr key={side}>
              <th scope="row">
                <span className={`swatch swatch-${side}`} aria-hidden="true" />
                {t(nameKey(side))}
              </th>
              <td className="number">{weightText(sides[side].weight)}</td>
              <td className="number">
                {measured.includes(side) && measure > 0
                  ? percent.format(sizeOf(sides[side].weight) / measure)
                  : '–'}
              </td>
              {weighted && <td className="number">{number.format(sides[side].heads)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GroupsTable(props: {
  readonly groups: NonNullable<Motion['groups']>;
  readonly by: 'cities' | 'regions';
}) {
  const { t } = useTranslation();
  const rows = [
    ['yes', t('result.for')],
    ['no', t('result.against')],
    ['even', t('result.even')],
  ] as const;
  return (
    <table className="table result-table">
      <thead>
        <tr>
          <th scope="col">{t('result.side')}</th>
          <th scope="col" className="number">
            {t(`result.by.${props.by}`)}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([side, name]) => (
          <tr key={side}>
            <th scope="row">
              <span className={`swatch swatch-${side}`} aria-hidden="true" />
              {name}
            </th>
            <td className="number">{t('number', { value: props.groups[side] })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
