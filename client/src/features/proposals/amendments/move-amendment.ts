import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AmendmentView } from '../../../../../src/proposals/amendments/amendments.contract.js';
import type { WrittenParagraph } from '../../../../../src/text/rich-text.contract.js';
import { post } from '../../../lib/api.js';
import { useToast } from '../../../ui/toast.js';
import { useShowAmendment } from './queries.js';

export interface AmendmentMoving {
  readonly move: 'submit' | 'withdraw' | 'accept' | 'reject';
  readonly reason?: string;
  /** To accept it with other words: the whole text as it is to read. */
  readonly paragraphs?: readonly WrittenParagraph[];
}

/** Moves an amendment on, from the version that is on screen; where it moved already, shows where it stands. */
export function useMoveAmendment(amendment: AmendmentView, done?: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const show = useShowAmendment();
  const toast = useToast();
  const refresh = () => {
    for (const kind of ['amendment', 'proposal']) void client.invalidateQueries({ queryKey: [kind] });
  };
  return useMutation({
    mutationFn: ({ move, ...given }: AmendmentMoving) =>
      post<AmendmentView>(`/amendments/${amendment.id}/${move}`, { version: amendment.version, ...given }),
    onSuccess: (moved, { move }) => {
      show(moved);
      refresh();
      toast(t(`amending.done-${move}`));
      done?.();
    },
    onError: refresh,
  });
}
