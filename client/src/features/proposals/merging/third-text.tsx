import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MergeSpot, MergeView } from '../../../../../src/proposals/merging/merging.contract.js';
import type { WrittenParagraph } from '../../../../../src/text/rich-text.contract.js';
import { wordsOf } from '../../../../../src/text/rich-text.js';
import { Button } from '../../../ui/button.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { Loading, Notice, Refusal } from '../../../ui/feedback.js';
import { lazily } from '../../../ui/lazily.js';
import { useMergeAct } from './queries.js';

const ParagraphsEditor = lazily(() => import('../../../ui/editor/paragraphs-editor.js'), 'writing');

/** What one begins with: the text as it reads, or where nothing stands what is wanted first. */
const beginning = ({ reads, options }: MergeSpot): WrittenParagraph[] =>
  (reads.length > 0 ? reads : (options[0]?.reads ?? []))
    .filter(({ fate }) => fate !== 'deleted')
    .map(({ kind, html }) => ({ kind, html }));

/** A text of the rapporteur's own. What others choose meanwhile is told and never moves what is being typed. */
export function ThirdText(props: {
  readonly view: MergeView;
  readonly spot: MergeSpot;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { view, spot } = props;
  const there = spot.options.flatMap(({ amendmentIds }) => amendmentIds);
  const [begun] = useState(() => ({ over: spot.choice?.sequence ?? 0, paragraphs: beginning(spot) }));
  const [paragraphs, setParagraphs] = useState<readonly WrittenParagraph[]>(begun.paragraphs);
  const [settled, setSettled] = useState<readonly string[]>(there);
  const act = useMergeAct(view.proposalId, props.onClose);
  const over = spot.choice?.sequence ?? 0;
  const written = paragraphs.filter(({ html }) => wordsOf(html) !== '');
  return (
    <div className="stack stack-tight merge-writing">
      <Suspense fallback={<Loading lines={2} />}>
        <ParagraphsEditor
          label={t('merging.third')}
          lang={view.lang}
          paragraphs={begun.paragraphs}
          onChange={setParagraphs}
        />
      </Suspense>
      <fieldset className="merge-settles">
        <legend className="label">{t('merging.settles')}</legend>
        {view.amendments
          .filter(({ id }) => there.includes(id))
          .map(({ id, number }) => (
            <Checkbox
              key={id}
              isSelected={settled.includes(id)}
              onChange={(on) => setSettled((all) => (on ? [...all, id] : all.filter((each) => each !== id)))}
            >
              {t('merging.amendment', { number })}
            </Checkbox>
          ))}
      </fieldset>
      <div role="status">
        {over !== begun.over && spot.choice && (
          <Notice tone="waiting">{t('merging.meanwhile', { name: spot.choice.by?.name ?? '…' })}</Notice>
        )}
      </div>
      <Refusal error={act.error} />
      <div className="actions">
        <Button
          look="primary"
          isPending={act.isPending}
          isDisabled={written.length === 0}
          onPress={() =>
            act.mutate({
              act: 'choices',
              body: {
                spot: spot.spot,
                over,
                kind: 'write',
                amendmentIds: settled.filter((id) => there.includes(id)),
                paragraphs: written.map(({ kind, html }) => ({ kind, html })),
              },
            })
          }
        >
          {t(over === begun.over ? 'merging.save' : 'merging.save-over')}
        </Button>
        <Button look="quiet" onPress={props.onClose}>
          {t('do.cancel')}
        </Button>
      </div>
    </div>
  );
}
