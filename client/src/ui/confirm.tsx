import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { Refusal } from './feedback.js';

/** Asks before something that cannot be taken back. Stays open while it is done, and says why it could not be. */
export function Confirm(props: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  /** What the button says: the deed itself, never "OK". */
  readonly action: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Dialog title={props.title} isOpen={props.isOpen} onClose={props.onClose} role="alertdialog">
      {props.children}
      <Refusal error={props.error} />
      <div className="actions">
        <Button look="danger" isPending={props.isPending} onPress={props.onConfirm}>
          {props.action}
        </Button>
        <Button look="quiet" onPress={props.onClose} autoFocus>
          {t('do.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
