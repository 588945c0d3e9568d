import { useTranslation } from 'react-i18next';
import type { AppealState } from '../../../src/appeal/appeal.contract.js';
import type { SessionState } from '../../../src/program/program.contract.js';
import type { ProposalState } from '../../../src/proposals/proposals.contract.js';
import type { PollState } from '../../../src/voting/polls.contract.js';

interface States {
  readonly appeal: AppealState;
  readonly session: SessionState;
  readonly proposal: ProposalState;
  readonly poll: PollState;
}
export type Tone = 'plain' | 'info' | 'good' | 'bad' | 'waiting' | 'live';

/** The colour only repeats what the word says. */
const TONES: { readonly [Kind in keyof States]: Readonly<Record<States[Kind], Tone>> } = {
  appeal: {
    compiling: 'waiting',
    drafting: 'info',
    reviewing: 'info',
    adopting: 'live',
    adopted: 'good',
    publishing: 'waiting',
    published: 'good',
    failed: 'bad',
    superseded: 'plain',
  },
  session: { planned: 'plain', running: 'live', ended: 'plain' },
  proposal: {
    draft: 'plain',
    submitted: 'waiting',
    returned: 'waiting',
    admitted: 'info',
    debated: 'info',
    scheduled: 'waiting',
    merged: 'plain',
    lapsed: 'plain',
    voted: 'live',
    adopted: 'good',
    rejected: 'bad',
    withdrawn: 'plain',
  },
  poll: {
    draft: 'plain',
    announced: 'info',
    open: 'live',
    closing: 'live',
    closed: 'waiting',
    published: 'info',
    annulled: 'bad',
  },
};

/** The state of a thing in one word. */
export function Badge<Kind extends keyof States>({
  kind,
  state,
}: {
  readonly kind: Kind;
  readonly state: States[Kind];
}) {
  const { t } = useTranslation();
  const tones: Readonly<Record<string, Tone>> = TONES[kind];
  return (
    <span className={`badge badge-${tones[state] ?? 'plain'}`}>
      {t(`${kind}.state.${state}` as 'poll.state.open')}
    </span>
  );
}
