import './program.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { SessionView } from '../../../../src/program/program.contract.js';
import { ButtonLink } from '../../ui/button.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { Page } from '../../ui/page.js';
import { Time } from '../../ui/time.js';
import { useForum } from '../forum/queries.js';
import { dayOf } from './day.js';
import { useSessions } from './queries.js';
import { SessionCard } from './session-card.js';

/** All sessions, day by day. Those who run them have a page of their own for that. */
export default function ProgramPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation();
  const moderate = useForum(slug).data?.abilities.moderate;
  const run = moderate && <ButtonLink to={`/f/${slug}/manage/program`}>{t('program.run')}</ButtonLink>;
  return (
    <Page title={t('nav.program')} actions={run}>
      <Loaded query={useSessions(slug)}>
        {(all) =>
          all.length > 0 ? (
            <Days sessions={all} />
          ) : (
            <Empty title={t('program.empty')}>{t('program.empty-text')}</Empty>
          )
        }
      </Loaded>
    </Page>
  );
}

function Days({ sessions }: { readonly sessions: readonly SessionView[] }) {
  const days = [...new Set(sessions.map((session) => dayOf(session.startsAt)))];
  return days.map((day) => (
    <section key={day} className="program-day">
      <h2>
        <Time at={day} show="day" />
      </h2>
      {sessions
        .filter((session) => dayOf(session.startsAt) === day)
        .map((session) => (
          <SessionCard key={session.id} session={session} />
        ))}
    </section>
  ));
}
