import './program.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { SessionView } from '../../../../src/program/program.contract.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { Page } from '../../ui/page.js';
import { Time } from '../../ui/time.js';
import { useForum } from '../forum/queries.js';
import { dayOf } from './day.js';
import { useSessions } from './queries.js';
import { SessionCard } from './session-card.js';
import { SessionForm } from './session-form.js';

/** All sessions, day by day; moderators plan, start and end them here. */
export default function ProgramPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation();
  const sessions = useSessions(slug);
  const forum = useForum(slug).data;
  const [written, setWritten] = useState<SessionView | 'new' | null>(null);
  const add = forum?.abilities.moderate && (
    <Button onPress={() => setWritten('new')}>{t('program.add')}</Button>
  );
  const close = () => setWritten(null);
  return (
    <Page title={t('nav.program')} actions={add}>
      <Loaded query={sessions}>
        {(all) =>
          all.length > 0 ? (
            <Days slug={slug} sessions={all} onEdit={setWritten} />
          ) : (
            <Empty title={t('program.empty')}>{t('program.empty-text')}</Empty>
          )
        }
      </Loaded>
      <Dialog
        title={t(written === 'new' ? 'program.add' : 'session.edit')}
        isOpen={written !== null}
        onClose={close}
      >
        {written && (
          <SessionForm
            slug={slug}
            session={written === 'new' ? null : written}
            firstDay={forum?.startsOn}
            done={close}
          />
        )}
      </Dialog>
    </Page>
  );
}

function Days(props: {
  readonly slug: string;
  readonly sessions: readonly SessionView[];
  readonly onEdit: (session: SessionView) => void;
}) {
  const days = Map.groupBy(props.sessions, (session) => dayOf(session.startsAt));
  return [...days].map(([day, sessions]) => (
    <section key={day} className="program-day">
      <h2>
        <Time at={day} show="day" />
      </h2>
      {sessions.map((session) => (
        <SessionCard
          key={session.id}
          slug={props.slug}
          session={session}
          onEdit={() => props.onEdit(session)}
        />
      ))}
    </section>
  ));
}
