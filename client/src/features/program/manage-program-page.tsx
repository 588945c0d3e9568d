import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ForumView } from '../../../../src/forum/forum.contract.js';
import type { SessionView } from '../../../../src/program/program.contract.js';
import { post } from '../../lib/api.js';
import { useWrite } from '../../lib/use-write.js';
import { Badge } from '../../ui/badge.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Confirm } from '../../ui/confirm.js';
import { Empty, Loaded, Refusal } from '../../ui/feedback.js';
import { usePick } from '../../ui/lang-text.js';
import { Time } from '../../ui/time.js';
import { ManagePage } from '../forum/manage/manage-page.js';
import { NamesInAll } from '../forum/manage/names-in-all.js';
import { useSessions } from './queries.js';
import { SessionDialog } from './session-dialog.js';

/** The programme as those see it who run it: sessions are planned, started, ended, and votes taken in them. */
export default function ManageProgramPage() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  return (
    <ManagePage
      part="program"
      actions={() => (
        <Button look="primary" onPress={() => setAdding(true)}>
          {t('sessions.add')}
        </Button>
      )}
    >
      {(forum) => (
        <>
          <SessionList forum={forum} />
          {adding && <SessionDialog slug={forum.slug} session={null} onClose={() => setAdding(false)} />}
        </>
      )}
    </ManagePage>
  );
}

function SessionList({ forum }: { readonly forum: ForumView }) {
  const { t } = useTranslation();
  const sessions = useSessions(forum.slug);
  return (
    <Loaded query={sessions}>
      {(items) =>
        items.length > 0 ? (
          <ol className="rows cards">
            {items.map((session) => (
              <SessionRow key={session.id} slug={forum.slug} session={session} />
            ))}
          </ol>
        ) : (
          <Empty title={t('sessions.empty')}>{t('sessions.empty-text')}</Empty>
        )
      }
    </Loaded>
  );
}

function SessionRow({ slug, session }: { readonly slug: string; readonly session: SessionView }) {
  const { t } = useTranslation();
  const name = usePick()(session.title);
  const [open, setOpen] = useState<'edit' | 'end' | null>(null);
  const { abilities, version } = session;
  const move = useWrite(
    (verb: 'start' | 'end') => post(`/sessions/${session.id}/${verb}`, { version }),
    ['session'],
    () => setOpen(null),
  );
  return (
    <li className="card managed-row">
      <div className="stack stack-tight">
        <NamesInAll name={session.title} />
        <p className="meta">
          <Badge kind="session" state={session.state} />
          <span>{t(`session.kind.${session.kind}`)}</span>
          <span>
            <Time at={session.startsAt} show="moment" /> – <Time at={session.endsAt} show="clock" />
          </span>
          {session.place && <bdi>{session.place}</bdi>}
        </p>
        {open !== 'end' && move.error && <Refusal error={move.error} />}
      </div>
      <div className="actions">
        {abilities.openPoll && (
          <ButtonLink
            to={`/f/${slug}/manage/polls/new?session=${session.id}`}
            aria-label={`${t('polls.new')}: ${name}`}
          >
            {t('polls.new')}
          </ButtonLink>
        )}
        {abilities.start && (
          <Button
            isPending={move.isPending}
            onPress={() => move.mutate('start')}
            aria-label={`${t('sessions.start')}: ${name}`}
          >
            {t('sessions.start')}
          </Button>
        )}
        {abilities.end && (
          <Button look="danger" onPress={() => setOpen('end')} aria-label={`${t('sessions.end')}: ${name}`}>
            {t('sessions.end')}
          </Button>
        )}
        {abilities.edit && (
          <Button look="quiet" onPress={() => setOpen('edit')} aria-label={`${t('do.edit')}: ${name}`}>
            {t('do.edit')}
          </Button>
        )}
      </div>
      {open === 'edit' && <SessionDialog slug={slug} session={session} onClose={() => setOpen(null)} />}
      <Confirm
        title={t('sessions.end-sure', { name })}
        isOpen={open === 'end'}
        onClose={() => setOpen(null)}
        onConfirm={() => move.mutate('end')}
        action={t('sessions.end')}
        isPending={move.isPending}
        error={move.error}
      >
        <p>{t('sessions.end-text')}</p>
      </Confirm>
    </li>
  );
}
