import { useTranslation } from 'react-i18next';
import type { Act } from '../../../../../src/appeal/signatures/signatures.contract.js';
import { isolated } from '../../../../../src/kernel/localized.js';
import { Button } from '../../../ui/button.js';
import { Notice } from '../../../ui/feedback.js';
import { TextField } from '../../../ui/field.js';
import { Form } from '../../../ui/form.js';

/** The second step: the code that came by mail, for the statement as it was when it was asked for. */
export function CodeForm(props: {
  readonly mailedTo: string;
  readonly act: Act;
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly onSubmit: () => void;
  readonly onAgain: () => void;
  readonly onBack: () => void;
  readonly isPending: boolean;
  readonly isMailing: boolean;
  readonly error: unknown;
}) {
  const { t } = useTranslation();
  return (
    <Form
      submit={t('signing.confirm')}
      isPending={props.isPending}
      isDisabled={!props.code.trim() || props.isMailing}
      error={props.error}
      onSubmit={props.onSubmit}
      actions={
        <>
          <Button look="quiet" isPending={props.isMailing} onPress={props.onAgain}>
            {t('signing.again')}
          </Button>
          <Button look="quiet" onPress={props.onBack}>
            {t('do.back')}
          </Button>
        </>
      }
    >
      <div role="status">
        <Notice>
          <p>{t('signing.mailed', { email: isolated(props.mailedTo) })}</p>
        </Notice>
      </div>
      <p>
        <strong>{t(`signing.do.${props.act}` as 'signing.do.signed')}</strong>
      </p>
      <TextField
        code
        // The reader asked for this field a moment ago and waits for it.
        autoFocus
        label={t('signing.code')}
        autoComplete="one-time-code"
        maxLength={40}
        value={props.code}
        onChange={props.onCode}
      />
    </Form>
  );
}
