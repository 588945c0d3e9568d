import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AmendmentView } from '../../../../../src/proposals/amendments/amendments.contract.js';
import { useDraft } from '../../../lib/drafts.js';
import { Button } from '../../../ui/button.js';
import { forWire } from '../../../ui/editor/local-ids.js';
import type { Writing } from '../../../ui/editor/paragraphs-editor.js';
import { DraftNote, Form, useFieldProblems } from '../../../ui/form.js';
import { Section } from '../../../ui/page.js';
import { textWith } from './changes.js';
import { useMoveAmendment } from './move-amendment.js';
import { hasMoved, MovedNote } from './moved-note.js';
import { SuggestFields } from './suggest-fields.js';
import { type Base, type Suggested, sameText } from './suggested.js';

/** The authors of the proposal take an amendment with other words: the editor, opened on what it would make. */
export default function AcceptOtherwise(props: {
  readonly amendment: AmendmentView;
  readonly lang: string;
  readonly now: Base;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { amendment, lang, now, onClose } = props;
  const editor = useRef<Writing>(null);
  const initial = useMemo<Suggested>(
    () => ({ ...now, reason: '', paragraphs: textWith(now.base, amendment.changes) ?? now.base, left: [] }),
    [now, amendment.changes],
  );
  const draft = useDraft<Suggested>(`amendment.accept.${amendment.id}`, initial);
  const { value, change } = draft;
  const act = useMoveAmendment(amendment, () => {
    draft.forget();
    onClose();
  });
  const problem = useFieldProblems(act.error);
  const moved = hasMoved(value, now);
  const { reason, paragraphs } = value;
  const ready = !moved && value.left.length === 0 && !sameText(paragraphs, value.base);
  return (
    <Section title={t('amending.accept-otherwise')}>
      <p className="muted">{t('amending.accept-otherwise-text')}</p>
      <Form
        submit={t('amending.accept')}
        isPending={act.isPending}
        error={act.error}
        isDisabled={!ready}
        onSubmit={() =>
          act.mutate({
            move: 'accept',
            paragraphs: forWire(paragraphs),
            ...(reason.trim() && { reason: reason.trim() }),
          })
        }
        actions={
          <Button look="quiet" onPress={onClose}>
            {t('do.cancel')}
          </Button>
        }
      >
        <DraftNote
          restored={draft.restored}
          discard={() => {
            draft.forget();
            editor.current?.replace(initial.paragraphs);
          }}
        />
        {moved && (
          <MovedNote
            value={value}
            now={now}
            lang={lang}
            onBring={(next) => {
              change(next);
              editor.current?.replace(next.paragraphs);
            }}
          />
        )}
        <SuggestFields
          lang={lang}
          value={value}
          onChange={change}
          editor={editor}
          problem={problem}
          reasonLabel={t('amending.decision-reason')}
          isReasonRequired={false}
        />
      </Form>
    </Section>
  );
}
