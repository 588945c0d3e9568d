import './story.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type {
  MoveView,
  ProposalReference,
  ProposalView,
} from '../../../../src/proposals/proposals.contract.js';
import { del } from '../../lib/api.js';
import { useWrite } from '../../lib/use-write.js';
import { Author } from '../../ui/author.js';
import { Button } from '../../ui/button.js';
import { Refusal } from '../../ui/feedback.js';
import { Section } from '../../ui/page.js';
import { Time } from '../../ui/time.js';
import { ProposalLink } from './proposal-link.js';
import { useShowProposal } from './queries.js';
import { Share } from './share.js';
import { useSimilar } from './similar.js';

interface Props {
  readonly slug: string;
  readonly proposal: ProposalView;
}

/** What lies around the text: what it is bound to, how it came here, its versions, how it is passed on. */
export default function ProposalStory(props: Props) {
  return (
    <>
      <Bound {...props} />
      <TimeLine {...props} />
      <Share {...props} />
    </>
  );
}

function Bound({ slug, proposal }: Props) {
  const { t } = useTranslation();
  const similar = useSimilar(proposal.id).data ?? [];
  const { merged, linked, mergedInto } = proposal;
  const known = new Set([...merged, ...linked, ...(mergedInto ? [mergedInto] : [])].map(({ id }) => id));
  const others = similar.filter(({ id }) => !known.has(id));
  if (merged.length + linked.length + others.length === 0) return null;
  return (
    <Section title={t('story.related')}>
      <References title={t('story.merged')} slug={slug} references={merged} />
      <Linked slug={slug} proposal={proposal} />
      <References title={t('story.similar')} slug={slug} references={others} />
    </Section>
  );
}

function References(props: {
  readonly title: string;
  readonly slug: string;
  readonly references: readonly ProposalReference[];
}) {
  if (props.references.length === 0) return null;
  return (
    <div className="stack stack-tight">
      <h3>{props.title}</h3>
      <ul className="rows references">
        {props.references.map((each) => (
          <li key={each.id}>
            <ProposalLink slug={props.slug} reference={each} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Linked({ slug, proposal }: Props) {
  const { t } = useTranslation();
  const show = useShowProposal();
  const unlink = useWrite(
    (otherId: string) => del<ProposalView>(`/proposals/${proposal.id}/links/${otherId}`),
    ['proposal'],
    show,
  );
  if (proposal.linked.length === 0) return null;
  return (
    <div className="stack stack-tight">
      <h3>{t('story.linked')}</h3>
      <ul className="rows references">
        {proposal.linked.map((each) => (
          <li key={each.id}>
            <ProposalLink slug={slug} reference={each} />
            {proposal.abilities.link && (
              <Button
                look="quiet"
                isPending={unlink.isPending}
                aria-label={t('story.unlink-from', { number: each.number })}
                onPress={() => unlink.mutate(each.id)}
              >
                {t('story.unlink')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refusal error={unlink.error} />
    </div>
  );
}

/** Each step with who took it, when and why; the kept versions beside. */
function TimeLine({ slug, proposal }: Props) {
  const { t } = useTranslation();
  const { moves, versions } = proposal;
  if (moves.length === 0) return null;
  return (
    <Section
      title={t('story.time-line')}
      link={
        versions.length > 0 && (
          <Link to={`/f/${slug}/proposals/${proposal.id}/versions`}>{t('story.compare')}</Link>
        )
      }
    >
      <ol className="rows time-line">
        {moves.map((move) => (
          <Step key={`${move.at} ${move.move}`} move={move} />
        ))}
      </ol>
      {versions.length > 0 && (
        <p className="meta">
          {t('story.versions', { count: versions.length })}
          {versions.map(({ number, at }) => (
            <span key={number}>
              {t('story.version', { number })} <Time at={at} show="date" />
            </span>
          ))}
        </p>
      )}
    </Section>
  );
}

function Step({ move: { move, from, to, by, reason, at } }: { readonly move: MoveView }) {
  const { t } = useTranslation();
  const byRule = move === 'admit' && !by;
  return (
    <li className="step">
      <p>
        <strong>{t(byRule ? 'story.move.admit-rule' : (`story.move.${move}` as 'story.move.admit'))}</strong>
      </p>
      <p className="meta">
        {by && <Author author={by} />}
        <Time at={at} show="moment" />
        <span>
          {t('story.from-to', { from: t(`proposal.state.${from}`), to: t(`proposal.state.${to}`) })}
        </span>
      </p>
      {reason && (
        <blockquote className="step-reason" dir="auto">
          {reason}
        </blockquote>
      )}
    </li>
  );
}
