import './now.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ForumView } from '../../../../src/forum/forum.contract.js';
import { useMe } from '../../lib/me.js';
import { ButtonLink } from '../../ui/button.js';
import { Empty, Loading } from '../../ui/feedback.js';
import { LangText, usePick } from '../../ui/lang-text.js';
import { Page, Section } from '../../ui/page.js';
import { PageOf } from '../../ui/page-of.js';
import { DayRange } from '../../ui/time.js';
import { useSessions } from '../program/queries.js';
import { SessionCard } from '../program/session-card.js';
import { useRunningPolls } from '../voting/queries.js';
import { NewsFeed } from './news-feed.js';
import { OpenPoll } from './open-poll.js';
import { useForum } from './queries.js';

/** What is on in the forum at this moment, most urgent first: the open vote, the sitting, the next one, the news. */
export default function NowPage() {
  const { slug = '' } = useParams();
  return <PageOf query={useForum(slug)}>{(forum) => <Now slug={slug} forum={forum} />}</PageOf>;
}

function Now({ slug, forum }: { readonly slug: string; readonly forum: ForumView }) {
  const { t } = useTranslation();
  const pick = usePick();
  const seated = useMe().data?.seats.some((seat) => seat.forumSlug === slug);
  return (
    <Page title={pick(forum.title)} above={<span>{t('nav.now')}</span>}>
      <div className="stack stack-tight">
        <p className="now-theme">
          <LangText text={forum.theme} />
        </p>
        <p className="meta">
          <LangText text={forum.place} mark={false} />
          <span>
            <DayRange from={forum.startsOn} to={forum.endsOn} />
          </span>
          {forum.sample && <span className="badge">{t('forum.sample')}</span>}
        </p>
      </div>
      <OpenPolls slug={slug} />
      <Sittings slug={slug} />
      {!seated && (
        <div className="actions">
          <ButtonLink to="/join">{t('forums.join')}</ButtonLink>
        </div>
      )}
      <NewsFeed slug={slug} />
    </Page>
  );
}

/** What is announced is that a vote opened, not each ballot that comes in. */
function OpenPolls({ slug }: { readonly slug: string }) {
  const { t } = useTranslation();
  const pick = usePick();
  const open = useRunningPolls(slug);
  return (
    <>
      <p role="status" className="visually-hidden">
        {open.map((poll) => `${t('poll.banner')} ${pick(poll.question)}`).join(' ')}
      </p>
      {open.map((poll) => (
        <OpenPoll key={poll.id} slug={slug} poll={poll} />
      ))}
    </>
  );
}

/** The sessions that are running, and the first to come. */
function Sittings({ slug }: { readonly slug: string }) {
  const { t } = useTranslation();
  const sessions = useSessions(slug);
  if (!sessions.data) return sessions.error ? null : <Loading lines={1} />;
  const running = sessions.data.filter((session) => session.state === 'running');
  const next = sessions.data.find((session) => session.state === 'planned');
  const program = (
    <ButtonLink look="quiet" to={`/f/${slug}/program`}>
      {t('now.program')}
    </ButtonLink>
  );
  if (running.length === 0 && !next)
    return (
      <Empty title={t('now.quiet')} action={program}>
        {t('now.quiet-text')}
      </Empty>
    );
  return (
    <>
      {running.length > 0 && (
        <Section title={t('now.running')} link={program}>
          {running.map((session) => (
            <SessionCard key={session.id} session={session} />
          ))}
        </Section>
      )}
      {next && (
        <Section title={t('now.next')} link={running.length === 0 ? program : null}>
          <SessionCard session={next} withDay />
        </Section>
      )}
    </>
  );
}
