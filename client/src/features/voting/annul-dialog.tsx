import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextArea } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { type AskProps, useMovePoll } from './move-poll.js';

/** Ends a round without a result, with the reason that everyone reads. */
export function AnnulDialog({ poll, onClose }: AskProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const annul = useMovePoll(poll, 'annul', onClose);
  const problem = useFieldProblems(annul.error);
  return (
    <Dialog role="alertdialog" title={t('chair.annul-title')} isOpen onClose={onClose}>
      <p>{t('chair.annul-text')}</p>
      <Form
        submit={t('chair.annul')}
        look="danger"
        isPending={annul.isPending}
        error={annul.error}
        isDisabled={!reason.trim()}
        onSubmit={() => annul.mutate({ reason: reason.trim() })}
        actions={
          <Button look="quiet" onPress={onClose}>
            {t('do.cancel')}
          </Button>
        }
      >
        <TextArea
          label={t('chair.annul-reason')}
          rows={3}
          value={reason}
          onChange={setReason}
          problem={problem('reason')}
          maxLength={1000}
        />
      </Form>
    </Dialog>
  );
}
