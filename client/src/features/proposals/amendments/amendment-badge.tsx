import { useTranslation } from 'react-i18next';
import type { AmendmentState } from '../../../../../src/proposals/amendments/amendments.contract.js';
import type { Tone } from '../../../ui/badge.js';

/** The colour only repeats what the word says. Apart from the other badges, which every first page brings along. */
const TONES: Readonly<Record<AmendmentState, Tone>> = {
  draft: 'plain',
  submitted: 'info',
  voted: 'live',
  accepted: 'good',
  adopted: 'good',
  rejected: 'bad',
  fallen: 'plain',
  withdrawn: 'plain',
};

export function AmendmentBadge({ state }: { readonly state: AmendmentState }) {
  const { t } = useTranslation();
  return <span className={`badge badge-${TONES[state]}`}>{t(`amendment.state.${state}`)}</span>;
}
