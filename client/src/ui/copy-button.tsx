import { useTranslation } from 'react-i18next';
import { copyText } from '../lib/copy-text.js';
import { Button } from './button.js';
import { useToast } from './toast.js';

/** Copies a text. `name` tells several of these on a page apart. */
export function CopyButton({
  text,
  name,
  label,
}: {
  readonly text: string;
  readonly name?: string;
  readonly label?: string;
}) {
  const { t } = useTranslation();
  const toast = useToast();
  const words = label ?? t('do.copy');
  return (
    <Button
      look="quiet"
      aria-label={name && `${words}: ${name}`}
      onPress={() => void copyText(text).then((done) => toast(t(done ? 'do.copied' : 'do.copy-failed')))}
    >
      {words}
    </Button>
  );
}
