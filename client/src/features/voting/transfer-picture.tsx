import { useTranslation } from 'react-i18next';
import { BAR, EXHAUSTED, type Flow, type FlowBar } from './transfer-flow.js';
import { useWeightText } from './weight.js';

const LONGEST = 17;

/**
 * Stages in reading direction, an option a lane, bands as wide as the votes that go. It scrolls by itself where the
 * screen is narrower; whoever cannot see it has the table, which says more.
 */
export function TransferPicture({
  flow,
  name,
}: {
  readonly flow: Flow;
  readonly name: (id: string) => string;
}) {
  const { t } = useTranslation();
  const { width, height, lanes, bars, bands, marks } = flow;
  const stages = [...new Map(bars.map((bar) => [bar.stage, bar.x])).entries()];
  const rtl = (stages[0]?.[1] ?? 0) > (stages.at(-1)?.[1] ?? 0);
  const start = rtl ? width : 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="flow-scroll" tabIndex={0} aria-label={t('result.flow-label')}>
      <svg
        className="flow"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('result.flow-label')}
      >
        {bands.map((band) => (
          <path
            key={band.path}
            d={band.path}
            className={
              band.from === band.to ? 'band-stays' : band.to === EXHAUSTED ? 'band-ends' : 'band-goes'
            }
          />
        ))}
        {bars.map((bar) => (
          <Bar key={`${bar.id} ${bar.stage}`} bar={bar} rtl={rtl} />
        ))}
        {marks.map(({ x, y }) => (
          <line key={`${x} ${y}`} className="quota-mark" x1={x - 10} x2={x + BAR + 10} y1={y} y2={y} />
        ))}
        {lanes.map(({ id, floor }) => (
          <text key={id} className="flow-name" x={start} y={floor - 2}>
            {shortened(name(id))}
          </text>
        ))}
        {stages.map(([stage, x]) => (
          <text key={stage} className="flow-stage" x={x + BAR / 2} y="14" textAnchor="middle">
            {t('number', { value: stage + flow.first })}
          </text>
        ))}
      </svg>
    </section>
  );
}

function Bar({ bar, rtl }: { readonly bar: FlowBar; readonly rtl: boolean }) {
  const weightText = useWeightText();
  const pile = bar.id === EXHAUSTED;
  return (
    <>
      <rect
        className={pile ? 'bar-exhausted' : `bar-${bar.state}`}
        x={bar.x}
        y={bar.y}
        width={BAR}
        height={bar.height}
      />
      <text className="flow-votes" x={rtl ? bar.x - 4 : bar.x + BAR + 4} y={bar.y + bar.height - 2}>
        {weightText(bar.votes, true)}
      </text>
    </>
  );
}

const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
