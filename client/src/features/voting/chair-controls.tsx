import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MovePoll, PollView } from '../../../../src/voting/voting.contract.js';
import { post } from '../../lib/api.js';
import { OF } from '../../lib/query-client.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Refusal } from '../../ui/feedback.js';
import { TextArea } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { Section } from '../../ui/page.js';

type Move = 'open' | 'close' | 'annul';

function useMovePoll(poll: PollView, done?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ move, reason }: { move: Move; reason?: string }) =>
      post<PollView>(`/polls/${poll.id}/${move}`, { version: poll.version, reason } satisfies MovePoll),
    onSuccess: (moved) => {
      client.setQueryData(['poll', poll.id], moved);
      void client.invalidateQueries({ queryKey: ['poll', OF] });
      void client.invalidateQueries({ queryKey: ['proposal'] });
      done?.();
    },
    // Somebody else was faster: show where the vote stands now.
    onError: () => void client.invalidateQueries({ queryKey: ['poll', poll.id] }),
  });
}

/** What the chair may do with a poll in its present state. Comes as a file of its own: the hall only votes. */
export default function ChairControls({ poll }: { readonly poll: PollView }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'close' | 'annul' | null>(null);
  const open = useMovePoll(poll);
  const { abilities } = poll;
  return (
    <Section title={t('poll.chair')}>
      {abilities.open && <p className="hint">{t('poll.open-hint')}</p>}
      <Refusal error={open.error} />
      <div className="actions">
        {abilities.open && (
          <Button look="primary" isPending={open.isPending} onPress={() => open.mutate({ move: 'open' })}>
            {t('poll.open')}
          </Button>
        )}
        {abilities.close && (
          <Button look="primary" onPress={() => setAsked('close')}>
            {t('poll.close')}
          </Button>
        )}
        {abilities.annul && (
          <Button look="danger" onPress={() => setAsked('annul')}>
            {t('poll.annul')}
          </Button>
        )}
      </div>
      <CloseDialog poll={poll} isOpen={asked === 'close'} onClose={() => setAsked(null)} />
      <AnnulDialog poll={poll} isOpen={asked === 'annul'} onClose={() => setAsked(null)} />
    </Section>
  );
}

interface AskProps {
  readonly poll: PollView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function CloseDialog({ poll, isOpen, onClose }: AskProps) {
  const { t } = useTranslation();
  const close = useMovePoll(poll, onClose);
  return (
    <Dialog role="alertdialog" title={t('poll.close-title')} isOpen={isOpen} onClose={onClose}>
      <p>{t('poll.close-text', poll.turnout)}</p>
      <Refusal error={close.error} />
      <div className="actions">
        <Button look="primary" isPending={close.isPending} onPress={() => close.mutate({ move: 'close' })}>
          {t('poll.close')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('do.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}

function AnnulDialog({ poll, isOpen, onClose }: AskProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const annul = useMovePoll(poll, onClose);
  const problem = useFieldProblems(annul.error);
  return (
    <Dialog title={t('poll.annul-title')} isOpen={isOpen} onClose={onClose}>
      <p>{t('poll.annul-text')}</p>
      <Form
        submit={t('poll.annul')}
        look="danger"
        isPending={annul.isPending}
        error={annul.error}
        isDisabled={!reason.trim()}
        onSubmit={() => annul.mutate({ move: 'annul', reason: reason.trim() })}
        actions={
          <Button look="quiet" onPress={onClose}>
            {t('do.cancel')}
          </Button>
        }
      >
        <TextArea
          label={t('poll.annul-reason')}
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
