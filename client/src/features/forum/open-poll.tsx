import { useTranslation } from 'react-i18next';
import type { PollView } from '../../../../src/voting/voting.contract.js';
import { Badge } from '../../ui/badge.js';
import { ButtonLink } from '../../ui/button.js';
import { LangText } from '../../ui/lang-text.js';
import { ProgressBar } from '../../ui/progress-bar.js';

/** The vote that is open now, large, with the one step to it. */
export function OpenPoll({ slug, poll }: { readonly slug: string; readonly poll: PollView }) {
  const { t } = useTranslation();
  const voting = poll.abilities.vote && !poll.own?.ballot;
  return (
    <section className="stage stage-pattern">
      <p className="meta">
        <span>{t('poll.vote')}</span>
        <Badge kind="poll" state={poll.state} />
      </p>
      <h2>
        <LangText text={poll.question} />
      </h2>
      <ProgressBar
        label={t('poll.turnout')}
        value={poll.turnout.cast}
        max={poll.turnout.entitled}
        words={t('poll.turnout-words', poll.turnout)}
      />
      {poll.own?.ballot && <p>{t('poll.received', { choice: t(`choice.${poll.own.ballot.choice}`) })}</p>}
      <ButtonLink look={voting ? 'primary' : 'secondary'} to={`/f/${slug}/polls/${poll.id}`}>
        {t(voting ? 'poll.go-vote' : 'poll.go-follow')}
      </ButtonLink>
    </section>
  );
}
