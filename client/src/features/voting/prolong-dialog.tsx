import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { POLL_LIMITS } from '../../../../src/voting/polls.contract.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { type AskProps, useMovePoll } from './move-poll.js';
import { wholeOf } from './poll-form.js';

/** By how many minutes voters get more time. */
export function ProlongDialog({ poll, onClose }: AskProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('2');
  const prolong = useMovePoll(poll, 'prolong', onClose);
  const problem = useFieldProblems(prolong.error);
  const minutes = wholeOf(typed, 1, POLL_LIMITS.minutes);
  return (
    <Dialog role="alertdialog" title={t('chair.prolong-title')} isOpen onClose={onClose}>
      <p>{t('chair.prolong-text')}</p>
      <Form
        submit={t('chair.prolong')}
        isPending={prolong.isPending}
        error={prolong.error}
        isDisabled={minutes === null}
        onSubmit={() => minutes !== null && prolong.mutate({ minutes })}
        actions={
          <Button look="quiet" onPress={onClose}>
            {t('do.cancel')}
          </Button>
        }
      >
        <TextField
          label={t('chair.prolong-minutes')}
          inputMode="numeric"
          value={typed}
          onChange={setTyped}
          problem={
            problem('minutes') ??
            (minutes === null ? t('prepare.number-problem', { max: POLL_LIMITS.minutes }) : null)
          }
        />
      </Form>
    </Dialog>
  );
}
