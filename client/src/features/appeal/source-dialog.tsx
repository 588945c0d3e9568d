import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AddSource,
  type AppealView,
  type ClauseView,
  SOURCE_USES,
  type SourceUse,
} from '../../../../src/appeal/appeal.contract.js';
import { post } from '../../lib/api.js';
import { Button } from '../../ui/button.js';
import { RadioGroup } from '../../ui/choice.js';
import { Dialog } from '../../ui/dialog.js';
import { TextArea } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { type Passage, PassageFinder } from './passage-finder.js';
import { useEdit } from './queries.js';
import type { WorkshopPart } from './workshop.js';

/** Links a clause to what was said: a contribution is found, a passage of it chosen and cut to the words that count. */
export function SourceDialog(
  props: WorkshopPart & {
    readonly clause: ClauseView;
    /** Where a passage is chosen already. */
    readonly passage?: Passage;
    readonly onClose: () => void;
  },
) {
  const { t } = useTranslation();
  const [passage, setPassage] = useState<Passage | null>(props.passage ?? null);
  return (
    <Dialog title={t('sources.add')} isOpen onClose={props.onClose}>
      {passage ? (
        <QuoteForm {...props} passage={passage} onBack={() => setPassage(null)} />
      ) : (
        <PassageFinder slug={props.forum.slug} onPick={setPassage} />
      )}
    </Dialog>
  );
}

function QuoteForm(props: {
  readonly appeal: AppealView;
  readonly clause: ClauseView;
  readonly passage: Passage;
  readonly onClose: () => void;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation();
  const { appeal, clause, passage } = props;
  const [quote, setQuote] = useState(passage.text);
  const [use, setUse] = useState<SourceUse>('inspired');
  const add = useEdit(
    appeal.id,
    (body: AddSource) => post<AppealView>(`/appeals/${appeal.id}/clauses/${clause.id}/sources`, body),
    props.onClose,
  );
  const problem = useFieldProblems(add.error);
  const faithful = quote.trim() !== '' && passage.text.includes(quote.trim());
  return (
    <Form
      submit={t('sources.add')}
      isPending={add.isPending}
      isDisabled={!faithful}
      error={add.error}
      onSubmit={() => add.mutate({ contribution: passage.contribution, quote: quote.trim(), use })}
      actions={
        <Button look="quiet" onPress={props.onBack}>
          {t('do.back')}
        </Button>
      }
    >
      <TextArea
        label={t('sources.quote')}
        hint={t('sources.quote-hint')}
        lang={passage.lang}
        rows={4}
        value={quote}
        onChange={setQuote}
        problem={problem('quote') ?? (faithful ? null : t('sources.not-faithful'))}
      />
      <RadioGroup
        label={t('sources.use')}
        value={use}
        onChange={setUse}
        options={SOURCE_USES.map((id) => ({
          id,
          label: t(`source.use.${id}`),
          hint: t(`sources.use-hint.${id}`),
        }))}
      />
    </Form>
  );
}
