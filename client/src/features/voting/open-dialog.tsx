import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { POLL_LIMITS } from '../../../../src/voting/polls.contract.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { type AskProps, useMovePoll } from './move-poll.js';
import { wholeOf } from './poll-form.js';
import { needsPresent } from './poll-shape.js';
import { useTermsText } from './terms-text.js';

const MOST_PRESENT = 1_000_000;

/** Before the opening: what is frozen by it, and the numbers that the rule needs. */
export function OpenDialog({ poll, onClose }: AskProps) {
  const { t } = useTranslation();
  const termsText = useTermsText();
  const [present, setPresent] = useState(poll.present === null ? '' : String(poll.present));
  const [minutes, setMinutes] = useState('');
  const open = useMovePoll(poll, 'open', onClose);
  const problem = useFieldProblems(open.error);
  const counted = needsPresent(poll.terms.rule);
  const there = counted ? wholeOf(present, 0, MOST_PRESENT) : undefined;
  const lasting = minutes.trim() ? wholeOf(minutes, 1, POLL_LIMITS.minutes) : undefined;
  return (
    <Dialog role="alertdialog" title={t('chair.open-title')} isOpen onClose={onClose}>
      <p>{termsText(poll.terms)}</p>
      <p className="muted">{t('chair.open-text')}</p>
      <Form
        submit={t('chair.open')}
        isPending={open.isPending}
        error={open.error}
        isDisabled={there === null || lasting === null}
        onSubmit={() => open.mutate({ present: there ?? undefined, minutes: lasting ?? undefined })}
        actions={
          <Button look="quiet" onPress={onClose}>
            {t('do.cancel')}
          </Button>
        }
      >
        {counted && (
          <TextField
            label={t('chair.present')}
            hint={t('chair.present-hint')}
            inputMode="numeric"
            value={present}
            onChange={setPresent}
            problem={problem('present')}
            isRequired
          />
        )}
        <TextField
          label={t('chair.minutes')}
          hint={t('chair.minutes-hint')}
          inputMode="numeric"
          value={minutes}
          onChange={setMinutes}
          problem={
            problem('minutes') ??
            (lasting === null ? t('prepare.number-problem', { max: POLL_LIMITS.minutes }) : null)
          }
          isRequired={false}
        />
      </Form>
    </Dialog>
  );
}
