import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { del, put } from '../../lib/api.js';
import { useSeat } from '../../lib/me.js';
import { Author } from '../../ui/author.js';
import { Button } from '../../ui/button.js';
import { Notice, Refusal } from '../../ui/feedback.js';
import { LangText } from '../../ui/lang-text.js';
import { Section } from '../../ui/page.js';
import { stillNeeded } from './admission.js';
import { Support } from './proposal-card.js';
import { useShowProposal } from './queries.js';

interface Props {
  readonly slug: string;
  readonly proposal: ProposalView;
}

/** Who stands behind it, persons and cities apart, and what the reader may say of it. */
export function Endorsements({ slug, proposal }: Props) {
  const { t } = useTranslation();
  const { endorsed, abilities, endorsers, endorsements } = proposal;
  return (
    <Section title={t('reading.support')}>
      <p className="meta">
        <Support proposal={proposal} />
      </p>
      <StillNeeded proposal={proposal} />
      {endorsers.length > 0 && (
        <ul className="rows endorsers">
          {endorsers.map((each) => (
            <li key={each.id}>
              <Author author={each} />
            </li>
          ))}
          {endorsements > endorsers.length && (
            <li>{t('reading.more-endorsers', { count: endorsements - endorsers.length })}</li>
          )}
        </ul>
      )}
      {abilities.endorse && (
        <OwnEndorsement
          proposal={proposal}
          path="endorsement"
          given={endorsed}
          words={['reading.endorse', 'reading.endorse-withdraw', 'reading.endorsed']}
        />
      )}
      <Cities slug={slug} proposal={proposal} />
    </Section>
  );
}

/** Cities stand behind a proposal by the word of their delegations' heads, beside the persons. */
function Cities({ slug, proposal }: Props) {
  const { t } = useTranslation();
  const delegationId = useSeat(slug)?.delegationId;
  const { cityEndorsements, abilities } = proposal;
  if (cityEndorsements.length === 0 && !abilities.endorseForCity) return null;
  return (
    <div className="stack stack-tight">
      <h3>{t('reading.cities-behind')}</h3>
      {cityEndorsements.length > 0 && (
        <ul className="rows endorsers">
          {cityEndorsements.map(({ delegationId: id, city, by }) => (
            <li key={id}>
              <strong>
                <LangText text={city} mark={false} />
              </strong>
              {by && (
                <span className="author-city">
                  <bdi>{by.name}</bdi>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {abilities.endorseForCity && (
        <OwnEndorsement
          proposal={proposal}
          path="city-endorsement"
          given={cityEndorsements.some((each) => each.delegationId === delegationId)}
          words={['reading.endorse-city', 'reading.endorse-city-withdraw', 'reading.endorsed-city']}
        />
      )}
    </div>
  );
}

/** What the reader says for themselves or for their city; taken back by the same button. */
function OwnEndorsement(props: {
  readonly proposal: ProposalView;
  readonly path: 'endorsement' | 'city-endorsement';
  readonly given: boolean;
  readonly words: readonly [
    give: 'reading.endorse' | 'reading.endorse-city',
    withdraw: 'reading.endorse-withdraw' | 'reading.endorse-city-withdraw',
    given: 'reading.endorsed' | 'reading.endorsed-city',
  ];
}) {
  const { t } = useTranslation();
  const { given, words } = props;
  const say = useEndorsing(props.proposal.id, props.path);
  return (
    <>
      <div className="actions">
        <Button
          look={given ? 'secondary' : 'primary'}
          isPending={say.isPending}
          onPress={() => say.mutate(!given)}
        >
          {t(given ? words[1] : words[0])}
        </Button>
        {given && <span className="muted">{t(words[2])}</span>}
      </div>
      <Refusal error={say.error} />
    </>
  );
}

function useEndorsing(id: string, what: 'endorsement' | 'city-endorsement' | 'endorsement-request') {
  const show = useShowProposal();
  const path = `/proposals/${id}/${what}`;
  return useMutation({
    mutationFn: (on: boolean) => (on ? put<ProposalView>(path) : del<ProposalView>(path)),
    onSuccess: show,
  });
}

/** Where endorsements admit: how far it is. */
function StillNeeded({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation();
  const { state, admission, cityEndorsements } = proposal;
  if (state !== 'submitted' || !admission) return null;
  const { delegations, regions } = stillNeeded(admission, cityEndorsements);
  return (
    <Notice tone="waiting">
      <span>
        {t('reading.rule-delegations', { count: admission.delegations })}{' '}
        {admission.regions > 1 && t('reading.rule-regions', { count: admission.regions })}
      </span>
      <strong>
        {delegations > 0 && t('reading.needs-delegations', { count: delegations })}{' '}
        {regions > 0 && t('reading.needs-regions', { count: regions })}
      </strong>
    </Notice>
  );
}

/** Whoever endorsed what was merged into this one is asked: an endorsement stays with the text that was endorsed. */
export function AskedEndorser({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation();
  const endorse = useEndorsing(proposal.id, 'endorsement');
  const decline = useEndorsing(proposal.id, 'endorsement-request');
  const [first] = proposal.asksFor;
  if (!first) return null;
  return (
    <Notice tone="waiting">
      <strong>{t('reading.asked', { number: first.number })}</strong>
      <div className="actions">
        <Button look="primary" isPending={endorse.isPending} onPress={() => endorse.mutate(true)}>
          {t('reading.asked-yes')}
        </Button>
        <Button isPending={decline.isPending} onPress={() => decline.mutate(false)}>
          {t('reading.asked-no')}
        </Button>
      </div>
      <Refusal error={endorse.error ?? decline.error} />
    </Notice>
  );
}
