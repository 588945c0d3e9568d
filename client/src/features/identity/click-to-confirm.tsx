import './identity.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button.js';
import { Empty } from '../../ui/feedback.js';
import { Form } from '../../ui/form.js';
import { Page } from '../../ui/page.js';

interface ConfirmProps {
  readonly title: string;
  readonly submit: string;
  /** False where the address carried nothing to confirm. */
  readonly found: boolean;
  readonly act: { readonly isPending: boolean; readonly error: unknown };
  readonly onConfirm: () => void;
  readonly children: ReactNode;
}

/** A page behind a mailed link. Nothing happens before the click: mail scanners follow links too. */
export function ClickToConfirm({ title, submit, found, act, onConfirm, children }: ConfirmProps) {
  const { t } = useTranslation();
  const other = <ButtonLink to="/sign-in">{t('sign-in.new-link')}</ButtonLink>;
  return (
    <Page title={title}>
      {found ? (
        <Form
          narrow
          submit={submit}
          isPending={act.isPending}
          error={act.error}
          onSubmit={onConfirm}
          actions={act.error ? other : null}
        >
          <p>{children}</p>
          <p className="muted">{t('sign-in.confirm-hint')}</p>
        </Form>
      ) : (
        <Empty title={t('sign-in.link-empty')} action={other} />
      )}
    </Page>
  );
}
