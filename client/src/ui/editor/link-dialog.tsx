import type { Command, EditorState } from 'prosemirror-state';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button.js';
import { Dialog } from '../dialog.js';
import { TextField } from '../field.js';
import { linkAt, setLink } from './commands.js';
import { isAllowedAddress } from './schema.js';

/** Where a link leads. What is typed without a beginning is an e-mail or a page of the web. */
function wholeAddress(typed: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(typed)) return typed;
  return /^[^\s/@]+@[^\s/@]+$/.test(typed) ? `mailto:${typed}` : `https://${typed}`;
}

/** Asks for the address of a link, or takes the link off. */
export function LinkDialog(props: {
  readonly state: EditorState;
  readonly onCommand: (command: Command) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { href } = linkAt(props.state);
  const [typed, setTyped] = useState(href);
  const [refused, setRefused] = useState(false);
  const address = wholeAddress(typed.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (isAllowedAddress(address)) props.onCommand(setLink(address));
    else setRefused(true);
  };
  return (
    <Dialog title={t('editor.link')} isOpen onClose={props.onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <TextField
          label={t('editor.address')}
          hint={t('editor.address-hint')}
          inputMode="url"
          autoComplete="off"
          lang="en"
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setRefused(false);
          }}
          problem={refused ? t('editor.address-refused') : null}
          autoFocus
        />
        <div className="actions">
          <Button type="submit" look="primary" isDisabled={!typed.trim()}>
            {t('editor.set-link')}
          </Button>
          {href && <Button onPress={() => props.onCommand(setLink(''))}>{t('editor.unlink')}</Button>}
          <Button look="quiet" onPress={props.onClose}>
            {t('do.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
