import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProposalState, ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { ButtonLink } from '../../ui/button.js';
import { Notice } from '../../ui/feedback.js';
import { LangText, Written } from '../../ui/lang-text.js';
import { Time } from '../../ui/time.js';
import { useSessions } from '../program/queries.js';

const TONES: Partial<Record<ProposalState, 'good' | 'problem' | 'waiting'>> = {
  returned: 'waiting',
  scheduled: 'waiting',
  adopted: 'good',
  rejected: 'problem',
};
/** States whose last step is told with its reason. */
const WITH_REASON: readonly ProposalState[] = ['returned', 'withdrawn', 'lapsed', 'merged'];

/** What the present state means, why it came to it, and what comes next. */
export function Standing({ slug, proposal }: { readonly slug: string; readonly proposal: ProposalView }) {
  const { t } = useTranslation();
  const { state, moves, abilities, mergedInto, sessionId } = proposal;
  const reason = WITH_REASON.includes(state) ? moves.at(-1)?.reason : null;
  const about =
    state === 'submitted' && proposal.admission
      ? t('reading.about-submitted-rule')
      : t(`reading.about-${state}`);
  return (
    <Notice tone={TONES[state] ?? 'plain'}>
      {state === 'returned' ? <strong>{about}</strong> : <span>{about}</span>}
      {reason && <span dir="auto">{reason}</span>}
      {mergedInto && (
        <span>
          {t('proposal.number', { number: mergedInto.number })}{' '}
          <Link to={`/f/${slug}/proposals/${mergedInto.id}`}>
            <Written lang={mergedInto.titleLang}>{mergedInto.title}</Written>
          </Link>
        </span>
      )}
      {state === 'scheduled' && sessionId && <Scheduled slug={slug} id={sessionId} />}
      {state === 'returned' && abilities.edit && (
        <div className="actions">
          <ButtonLink to={`/f/${slug}/proposals/${proposal.id}/edit`}>{t('do.edit')}</ButtonLink>
        </div>
      )}
    </Notice>
  );
}

function Scheduled({ slug, id }: { readonly slug: string; readonly id: string }) {
  const session = useSessions(slug).data?.find((each) => each.id === id);
  if (!session) return null;
  return (
    <span>
      <Link to={`/f/${slug}/program`}>
        <LangText text={session.title} />
      </Link>
      {' · '}
      <Time at={session.startsAt} show="moment" />
    </span>
  );
}
