import { type AskProps, ReasonedMove, WithdrawDialog } from './ask-dialogs.js';
import { LinkDialog, MergeDialog } from './other-proposal-dialogs.js';
import type { Asked } from './proposal-actions.js';
import { ScheduleDialog } from './schedule-dialog.js';

/** What is asked before a step is taken. */
export default function ProposalQuestion({
  asked,
  ...props
}: AskProps & { readonly slug: string; readonly asked: Asked }) {
  if (asked === 'schedule') return <ScheduleDialog {...props} />;
  if (asked === 'merge') return <MergeDialog {...props} />;
  if (asked === 'link') return <LinkDialog {...props} />;
  if (asked === 'withdraw') return <WithdrawDialog {...props} />;
  return <ReasonedMove move={asked} {...props} />;
}
