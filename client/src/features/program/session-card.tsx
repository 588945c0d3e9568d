import './program.css';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../../../src/program/program.contract.js';
import { Badge } from '../../ui/badge.js';
import { LangText } from '../../ui/lang-text.js';
import { Time } from '../../ui/time.js';

/** One session: when, where and what. `withDay` where no heading names the day. */
export function SessionCard(props: { readonly session: SessionView; readonly withDay?: boolean }) {
  const { t } = useTranslation();
  const { session } = props;
  return (
    <article className={`card session session-${session.state}`}>
      <p className="meta">
        <span className="session-time">
          {props.withDay && (
            <>
              <Time at={session.startsAt} show="day" />,{' '}
            </>
          )}
          <bdi>
            <Time at={session.startsAt} show="clock" />–<Time at={session.endsAt} show="clock" />
          </bdi>
        </span>
        <span>{t(`session.kind.${session.kind}`)}</span>
        {session.state !== 'planned' && <Badge kind="session" state={session.state} />}
      </p>
      <h3>
        <LangText text={session.title} />
      </h3>
      {session.place && (
        <p className="muted">
          <bdi>{session.place}</bdi>
        </p>
      )}
    </article>
  );
}
