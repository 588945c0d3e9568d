import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { POLL_LIMITS } from '../../../../src/voting/polls.contract.js';
import { Button } from '../../ui/button.js';
import { RadioGroup } from '../../ui/choice.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { type AskProps, useMovePoll } from './move-poll.js';
import { wholeOf } from './poll-form.js';

const LENGTHS = ['10', '30', '60'] as const;

/** How long the count-down runs at whose end the poll closes by itself. */
export function CountDownDialog({ poll, onClose }: AskProps) {
  const { t } = useTranslation();
  const [length, setLength] = useState<string>('30');
  const [typed, setTyped] = useState('120');
  const start = useMovePoll(poll, 'count-down', onClose);
  const problem = useFieldProblems(start.error);
  const seconds = wholeOf(length === 'other' ? typed : length, 1, POLL_LIMITS.countDownSeconds);
  return (
    <Dialog role="alertdialog" title={t('chair.count-down-title')} isOpen onClose={onClose}>
      <p>{t('chair.count-down-text')}</p>
      <Form
        submit={t('chair.count-down')}
        isPending={start.isPending}
        error={start.error}
        isDisabled={seconds === null}
        onSubmit={() => seconds !== null && start.mutate({ seconds })}
        actions={
          <Button look="quiet" onPress={onClose}>
            {t('do.cancel')}
          </Button>
        }
      >
        <RadioGroup
          label={t('chair.seconds')}
          value={length}
          onChange={setLength}
          options={[
            ...LENGTHS.map((id) => ({
              id: id as string,
              label: t('chair.seconds-of', { number: Number(id) }),
            })),
            { id: 'other', label: t('chair.seconds-other') },
          ]}
        />
        {length === 'other' && (
          <TextField
            label={t('chair.seconds-typed')}
            inputMode="numeric"
            value={typed}
            onChange={setTyped}
            problem={
              problem('seconds') ??
              (seconds === null ? t('prepare.number-problem', { max: POLL_LIMITS.countDownSeconds }) : null)
            }
          />
        )}
      </Form>
    </Dialog>
  );
}
