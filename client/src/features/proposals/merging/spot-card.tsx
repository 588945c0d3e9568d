import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ChooseInMerge,
  MergeOption,
  MergeSpot,
  MergeView,
} from '../../../../../src/proposals/merging/merging.contract.js';
import { Author } from '../../../ui/author.js';
import { Button } from '../../../ui/button.js';
import { Notice, Refusal } from '../../../ui/feedback.js';
import { Chosen } from './chosen.js';
import { MergeText, NumberMark } from './merge-text.js';
import { useMergeAct } from './queries.js';
import { numbersOf, rivalsOf, stageOf, toggled } from './spots.js';
import { ThirdText } from './third-text.js';

interface Props {
  readonly view: MergeView;
  readonly spot: MergeSpot;
  /** Counted paragraph; of a place, the one before it. */
  readonly number: number;
}

export const spotElement = (spot: string): string => `spot-${spot.replace(' ', '-')}`;

/** A paragraph that nobody wants to change. */
export function QuietSpot({ view, spot, number }: Props) {
  const { t } = useTranslation();
  return (
    <li className="merge-quiet">
      <span className="compared-number">{t('number', { value: number })}</span>
      <MergeText paragraphs={spot.reads} lang={view.lang} numbers={() => []} />
    </li>
  );
}

/** A spot with what is wanted there, what was chosen, and how it reads with that. */
export function SpotCard({ view, spot, number }: Props) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  const act = useMergeAct(view.proposalId);
  const numbers = numbersOf(view.amendments);
  const stage = stageOf(spot);
  const { choice } = spot;
  const choose = (body: Pick<ChooseInMerge, 'kind' | 'amendmentIds'>) =>
    act.mutate({ act: 'choices', body: { spot: spot.spot, over: choice?.sequence ?? 0, ...body } });
  const isOriginal = choice?.kind === 'original' && !choice.stale;
  return (
    <li className={`card merge-card merge-card-${stage}`}>
      <h2 id={spotElement(spot.spot)} tabIndex={-1} className="merge-head" data-spot={spot.spot}>
        {spot.paragraph
          ? t('merging.paragraph', { number })
          : number === 0
            ? t('merging.beginning')
            : t('merging.place', { number })}{' '}
        <span className={`badge badge-${stage === 'decided' ? 'good' : 'waiting'}`}>
          {t(
            stage === 'again'
              ? 'merging.to-choose-again'
              : stage === 'decided'
                ? 'merging.decided'
                : 'merging.open',
          )}
        </span>
      </h2>
      {choice?.stale && <Notice tone="waiting">{t('merging.stale')}</Notice>}
      <ul className="rows merge-options">
        <Option
          isTaken={isOriginal}
          mayChoose={view.abilities.choose}
          press={t(spot.paragraph ? 'merging.keep-original' : 'merging.put-nothing')}
          onPress={() => choose({ kind: 'original' })}
          name={t('merging.original')}
        >
          {spot.paragraph ? (
            <MergeText
              paragraphs={[{ ...spot.paragraph, fate: 'kept', pieces: [] }]}
              lang={view.lang}
              numbers={numbers}
            />
          ) : (
            <p className="muted">{t('merging.nothing')}</p>
          )}
        </Option>
        {spot.options.map((option) => (
          <Wish
            key={option.amendmentIds.join()}
            view={view}
            spot={spot}
            option={option}
            onToggle={(amendmentIds) =>
              choose(amendmentIds.length > 0 ? { kind: 'take', amendmentIds } : { kind: 'original' })
            }
          />
        ))}
      </ul>
      <Refusal error={act.error} />
      {writing ? (
        <ThirdText view={view} spot={spot} onClose={() => setWriting(false)} />
      ) : (
        view.abilities.choose && (
          <div className="actions">
            <Button look="quiet" onPress={() => setWriting(true)}>
              {t('merging.write')}
            </Button>
          </div>
        )
      )}
      <div className="merge-reads">
        <p className="merge-label">{t('merging.result')}</p>
        {spot.reads.length > 0 ? (
          <MergeText paragraphs={spot.reads} lang={view.lang} numbers={numbers} />
        ) : (
          <p className="muted">{t('merging.nothing')}</p>
        )}
        {choice && <Chosen view={view} choice={choice} />}
        {spot.since.length > 0 && (
          <p className="hint">{t('merging.since', { numbers: numbers(spot.since).join(', ') })}</p>
        )}
      </div>
    </li>
  );
}

/** What an amendment wants here; several that want the same stand together. */
function Wish(props: {
  readonly view: MergeView;
  readonly spot: MergeSpot;
  readonly option: MergeOption;
  readonly onToggle: (amendmentIds: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const { view, spot, option } = props;
  const { choice } = spot;
  const numbers = numbersOf(view.amendments);
  const own = numbers(option.amendmentIds);
  const rivals = numbers(rivalsOf(spot.excludes, option.amendmentIds));
  const isTaken =
    choice?.kind === 'take' &&
    !choice.stale &&
    option.amendmentIds.some((id) => choice.amendmentIds.includes(id));
  const first = view.amendments.find(({ id }) => id === option.amendmentIds[0]);
  return (
    <Option
      isTaken={isTaken}
      mayChoose={view.abilities.choose}
      press={t('merging.take', { numbers: own.join(', ') })}
      onPress={() => props.onToggle(toggled(spot, option.amendmentIds))}
      name={
        <>
          {own.map((number) => (
            <NumberMark key={number} number={number} />
          ))}{' '}
          {first && <Author author={first.author} />}{' '}
          {first && first.fate !== 'open' && (
            <span className={`badge badge-${first.fate === 'rejected' ? 'bad' : 'info'}`}>
              {t(`merging.fate.${first.fate}`)}
            </span>
          )}
        </>
      }
    >
      <MergeText paragraphs={option.reads} lang={view.lang} numbers={() => []} />
      {rivals.length > 0 && <p className="hint">{t('merging.collides', { numbers: rivals.join(', ') })}</p>}
    </Option>
  );
}

function Option(props: {
  readonly name: ReactNode;
  readonly press: string;
  readonly isTaken: boolean;
  readonly mayChoose: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  return (
    <li className="merge-option" data-taken={props.isTaken || undefined}>
      <div className="merge-option-head">
        <span className="merge-option-name">{props.name}</span>
        {props.mayChoose && (
          <button type="button" className="merge-take" aria-pressed={props.isTaken} onClick={props.onPress}>
            {props.press}
          </button>
        )}
      </div>
      {props.children}
    </li>
  );
}
