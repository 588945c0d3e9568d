import { useTranslation } from 'react-i18next';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import { Badge } from '../../ui/badge.js';
import { ButtonLink } from '../../ui/button.js';
import { LangText } from '../../ui/lang-text.js';
import { ClosingTime } from '../voting/closing-time.js';
import { isAwaited } from '../voting/running.js';
import { Turnout } from '../voting/turnout.js';

/** The vote that is open now, large, with the one step to it. */
export function OpenPoll({ slug, poll }: { readonly slug: string; readonly poll: PollView }) {
  const { t } = useTranslation();
  const voting = isAwaited(poll);
  return (
    <section className="stage stage-pattern">
      <p className="meta">
        <span>{t('poll.vote')}</span>
        <Badge kind="poll" state={poll.state} />
      </p>
      <h2>
        <LangText text={poll.question} />
      </h2>
      <ClosingTime poll={poll} />
      <Turnout turnout={poll.turnout} />
      {!voting && poll.own.some(({ cast }) => cast) && <p>{t('ballot.received')}</p>}
      <ButtonLink look={voting ? 'primary' : 'secondary'} to={`/f/${slug}/polls/${poll.id}`}>
        {t(voting ? 'poll.go-vote' : 'poll.go-follow')}
      </ButtonLink>
    </section>
  );
}
