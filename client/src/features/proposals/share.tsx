import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { address, del, put } from '../../lib/api.js';
import { useWrite } from '../../lib/use-write.js';
import { Button } from '../../ui/button.js';
import { CopyButton } from '../../ui/copy-button.js';
import { Refusal } from '../../ui/feedback.js';
import { Section } from '../../ui/page.js';
import { useShowProposal } from './queries.js';

/** The address that stays, to be followed, copied, scanned or printed. */
export function Share({ slug, proposal }: { readonly slug: string; readonly proposal: ProposalView }) {
  const { t } = useTranslation();
  const show = useShowProposal();
  const path = `/proposals/${proposal.id}/following`;
  const follow = useWrite(
    (on: boolean) => (on ? put<ProposalView>(path) : del<ProposalView>(path)),
    [],
    show,
  );
  const link = new URL(`/f/${slug}/proposals/${proposal.id}`, window.location.href).href;
  return (
    <Section title={t('story.share')}>
      <div className="actions">
        {proposal.abilities.follow && (
          <Button isPending={follow.isPending} onPress={() => follow.mutate(!proposal.followed)}>
            {t(proposal.followed ? 'story.unfollow' : 'story.follow')}
          </Button>
        )}
        <Button onPress={() => window.print()}>{t('story.print')}</Button>
        <CopyButton text={link} label={t('story.copy-link')} />
      </div>
      <Refusal error={follow.error} />
      <details>
        <summary>{t('story.qr')}</summary>
        <img
          className="proposal-qr"
          loading="lazy"
          src={address(`/proposals/${proposal.id}/qr.svg`)}
          alt={t('story.qr-alt', { number: proposal.number })}
        />
      </details>
    </Section>
  );
}
