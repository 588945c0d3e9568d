import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { del, put } from '../../lib/api.js';
import { Author } from '../../ui/author.js';
import { Button } from '../../ui/button.js';
import { Refusal } from '../../ui/feedback.js';
import { Section } from '../../ui/page.js';
import { Support } from './proposal-card.js';
import { useShowProposal } from './queries.js';

/** Who supports it, and the reader's own support. */
export function Endorsements({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation();
  const show = useShowProposal();
  const path = `/proposals/${proposal.id}/endorsement`;
  const endorse = useMutation({
    mutationFn: (on: boolean) => (on ? put<ProposalView>(path) : del<ProposalView>(path)),
    onSuccess: show,
  });
  const { endorsed, abilities, endorsers } = proposal;
  return (
    <Section title={t('proposal.support')}>
      <p className="meta">
        <Support proposal={proposal} />
      </p>
      {endorsers.length > 0 && (
        <ul className="rows endorsers">
          {endorsers.map((each) => (
            <li key={each.id}>
              <Author author={each} />
            </li>
          ))}
        </ul>
      )}
      {abilities.endorse && (
        <div className="actions">
          <Button
            look={endorsed ? 'secondary' : 'primary'}
            isPending={endorse.isPending}
            onPress={() => endorse.mutate(!endorsed)}
          >
            {t(endorsed ? 'proposal.endorse-withdraw' : 'proposal.endorse')}
          </Button>
          {endorsed && <span className="muted">{t('proposal.endorsed')}</span>}
        </div>
      )}
      <Refusal error={endorse.error} />
    </Section>
  );
}
