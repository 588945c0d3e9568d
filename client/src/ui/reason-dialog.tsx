import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { TextArea } from './field.js';
import { Form, useFieldProblems } from './form.js';

/** Asks before something that others will ask about, and for the reason that they will read. */
export function ReasonDialog(props: {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  /** What the button says: the deed itself. */
  readonly action: string;
  readonly look?: 'primary' | 'danger';
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const problem = useFieldProblems(props.error);
  return (
    <Dialog role="alertdialog" title={props.title} isOpen onClose={props.onClose}>
      <p>{props.text}</p>
      <Form
        submit={props.action}
        look={props.look}
        isPending={props.isPending}
        error={props.error}
        isDisabled={!reason.trim()}
        onSubmit={() => props.onReason(reason.trim())}
        actions={
          <Button look="quiet" onPress={props.onClose}>
            {t('do.cancel')}
          </Button>
        }
      >
        <TextArea
          label={props.label}
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
