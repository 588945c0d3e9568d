import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Loaded } from '../../ui/feedback.js';
import { Form } from '../../ui/form.js';
import { usePick } from '../../ui/lang-text.js';
import { Select } from '../../ui/select.js';
import { useTimeText } from '../../ui/time.js';
import { useSessions } from '../program/queries.js';
import type { AskProps } from './ask-dialogs.js';
import { useMoveProposal } from './move-proposal.js';

/** Puts the proposal on the programme of a session that is not over. */
export function ScheduleDialog({ slug, proposal, onClose }: AskProps & { readonly slug: string }) {
  const { t } = useTranslation();
  const pick = usePick();
  const time = useTimeText();
  const [sessionId, setSessionId] = useState('');
  const sessions = useSessions(slug);
  const act = useMoveProposal(proposal, onClose);
  return (
    <Dialog title={t('handling.schedule-title')} isOpen onClose={onClose}>
      <Loaded query={sessions} lines={1}>
        {(all) => {
          const coming = all.filter(({ state }) => state !== 'ended');
          return (
            <Form
              submit={t('handling.schedule')}
              isPending={act.isPending}
              error={act.error}
              isDisabled={!sessionId}
              onSubmit={() => act.mutate({ move: 'schedule', sessionId })}
              actions={
                <Button look="quiet" onPress={onClose}>
                  {t('do.cancel')}
                </Button>
              }
            >
              <Select
                label={t('handling.session')}
                value={sessionId}
                onChange={setSessionId}
                hint={coming.length === 0 ? t('handling.no-sessions') : undefined}
                options={[
                  { id: '', label: t('form.choose') },
                  ...coming.map(({ id, title, startsAt }) => ({
                    id,
                    label: `${pick(title)} · ${time(startsAt, 'moment')}`,
                  })),
                ]}
              />
            </Form>
          );
        }}
      </Loaded>
    </Dialog>
  );
}
