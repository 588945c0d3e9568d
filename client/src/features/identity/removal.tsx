import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { del } from '../../lib/api.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Refusal } from '../../ui/feedback.js';
import { useToast } from '../../ui/toast.js';

interface RemovalProps {
  /** What is deleted, and the list that is asked for anew. */
  readonly path: string;
  readonly list: readonly string[];
  /** The question, what follows from it, the button, and what is said once it is done. */
  readonly texts: {
    readonly title: string;
    readonly text: string;
    readonly button: string;
    readonly done: string;
  };
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Takes something away from the account, after a question. */
export function Removal({ path, list, texts, isOpen, onClose }: RemovalProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toast = useToast();
  const remove = useMutation({
    mutationFn: () => del(path),
    onSuccess: async () => {
      toast(texts.done);
      onClose();
      await client.invalidateQueries({ queryKey: list });
    },
  });
  return (
    <Dialog role="alertdialog" title={texts.title} isOpen={isOpen} onClose={onClose}>
      <p>{texts.text}</p>
      <Refusal error={remove.error} />
      <div className="actions">
        <Button look="danger" isPending={remove.isPending} onPress={() => remove.mutate()}>
          {texts.button}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('do.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
