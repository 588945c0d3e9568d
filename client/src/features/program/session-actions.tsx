import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../../../src/program/program.contract.js';
import { post } from '../../lib/api.js';
import { OF } from '../../lib/query-client.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Refusal } from '../../ui/feedback.js';

/** Starting, ending and editing, for those who may. */
export function SessionActions({
  slug,
  session,
  onEdit,
}: {
  readonly slug: string;
  readonly session: SessionView;
  readonly onEdit?: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [ending, setEnding] = useState(false);
  const move = useMutation({
    mutationFn: (to: 'start' | 'end') =>
      post<SessionView>(`/sessions/${session.id}/${to}`, { version: session.version }),
    onSettled: () => {
      setEnding(false);
      return client.invalidateQueries({ queryKey: ['session', OF, slug] });
    },
  });
  const { start, end, edit } = session.abilities;
  if (!start && !end && !(edit && onEdit)) return null;
  return (
    <>
      <Refusal error={move.error} />
      <div className="actions">
        {start && (
          <Button isPending={move.isPending} onPress={() => move.mutate('start')}>
            {t('session.start')}
          </Button>
        )}
        {end && <Button onPress={() => setEnding(true)}>{t('session.end')}</Button>}
        {edit && onEdit && (
          <Button look="quiet" onPress={onEdit}>
            {t('do.edit')}
          </Button>
        )}
      </div>
      <Dialog
        role="alertdialog"
        title={t('session.end-title')}
        isOpen={ending}
        onClose={() => setEnding(false)}
      >
        <p>{t('session.end-text')}</p>
        <div className="actions">
          <Button look="primary" isPending={move.isPending} onPress={() => move.mutate('end')}>
            {t('session.end')}
          </Button>
          <Button look="quiet" onPress={() => setEnding(false)}>
            {t('do.cancel')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
