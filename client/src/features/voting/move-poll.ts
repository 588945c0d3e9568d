import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type {
  AnnulPoll,
  CountDown,
  OpenPoll,
  PollView,
  ProlongPoll,
} from '../../../../src/voting/polls.contract.js';
import { post } from '../../lib/api.js';
import { OF } from '../../lib/query-client.js';
import { useToast } from '../../ui/toast.js';

export type PollMove =
  | 'announce'
  | 'open'
  | 'count-down'
  | 'prolong'
  | 'close'
  | 'publish'
  | 'annul'
  | 'repeat';
type Details = Omit<Partial<OpenPoll & CountDown & ProlongPoll & AnnulPoll>, 'version'>;

/** Moves a poll on, from the version that is on screen; where somebody else was faster, shows where it stands now. */
export function useMovePoll(poll: PollView, move: PollMove, done?: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (details: Details = {}) =>
      post<PollView>(`/polls/${poll.id}/${move}`, { version: poll.version, ...details }),
    onSuccess: (moved) => {
      client.setQueryData(['poll', poll.id], moved);
      void client.invalidateQueries({ queryKey: ['poll', OF] });
      void client.invalidateQueries({ queryKey: ['proposal'] });
      toast(t('chair.moved', { state: t(`poll.state.${moved.state}`) }));
      done?.();
    },
    onError: () => void client.invalidateQueries({ queryKey: ['poll', poll.id] }),
  });
}

/** A question before a move: on what, and how it goes away. */
export interface AskProps {
  readonly poll: PollView;
  readonly onClose: () => void;
}
