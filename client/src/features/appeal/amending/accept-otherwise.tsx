import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AmendableClause,
  ClauseAmendmentView,
} from '../../../../../src/appeal/amendments/clause-amendments.contract.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { TextArea } from '../../../ui/field.js';
import { Form } from '../../../ui/form.js';
import type { NamedClause } from '../adoption/clause-names.js';
import { ChangesFields } from './changes-fields.js';
import { useMoveClauseAmendment } from './moving.js';
import { type AmendmentForm, formOf, isComplete, writtenChange } from './written.js';

/** A moderator takes an amendment with other words, beginning with those that it wants. */
export function AcceptOtherwise(props: {
  readonly amendment: ClauseAmendmentView;
  readonly clauses: readonly AmendableClause[];
  readonly names: readonly NamedClause[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { amendment, clauses, names, onClose } = props;
  const [form, setForm] = useState<AmendmentForm>(() => ({ ...formOf(amendment, clauses), reason: '' }));
  const act = useMoveClauseAmendment(amendment, onClose);
  const { reason, lang, changes } = form;
  return (
    <Dialog title={t('amending.accept-otherwise')} isOpen onClose={onClose}>
      <p>{t('reviewing.accept-otherwise-text')}</p>
      <Form
        submit={t('amending.accept')}
        isPending={act.isPending}
        error={act.error}
        isDisabled={!isComplete(form, clauses)}
        onSubmit={() =>
          act.mutate({ move: 'accept', reason: reason.trim(), changes: changes.map(writtenChange) })
        }
        actions={
          <Button look="quiet" onPress={onClose}>
            {t('do.cancel')}
          </Button>
        }
      >
        <ChangesFields
          clauses={clauses}
          names={names}
          lang={lang}
          changes={changes}
          onChange={(next) => setForm({ ...form, changes: next })}
        />
        <TextArea
          label={t('amending.decision-reason')}
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(next) => setForm({ ...form, reason: next })}
        />
      </Form>
    </Dialog>
  );
}
