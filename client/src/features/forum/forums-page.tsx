import './forums.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ForumSummary } from '../../../../src/forum/forum.contract.js';
import { useMe } from '../../lib/me.js';
import { ButtonLink } from '../../ui/button.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { LangText } from '../../ui/lang-text.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page, Section } from '../../ui/page.js';
import { DayRange } from '../../ui/time.js';
import { useForums } from './queries.js';

/** The door of the house: what this is, how one gets in, and the forums held here. */
export default function ForumsPage() {
  const { t } = useTranslation();
  const me = useMe().data;
  const forums = useForums();
  return (
    <Page title={t('forums.what')} width="wide">
      <div className="welcome stage-pattern">
        <p>{t('forums.what-text')}</p>
        <div className="actions">
          <ButtonLink look="primary" to="/join">
            {t('forums.join')}
          </ButtonLink>
          {!me?.account && <ButtonLink to="/sign-in">{t('app.sign-in')}</ButtonLink>}
        </div>
      </div>
      <Section
        title={t('forums.title')}
        link={me?.abilities.createForum && <ButtonLink to="/new">{t('forums.new')}</ButtonLink>}
      >
        <Loaded query={{ ...forums, data: forums.items }}>
          {(items) =>
            items.length > 0 ? (
              <ul className="rows forum-list">
                {items.map((forum) => (
                  <ForumCard key={forum.id} forum={forum} />
                ))}
              </ul>
            ) : (
              <Empty title={t('forums.empty')}>{t('forums.empty-text')}</Empty>
            )
          }
        </Loaded>
        <MoreButton list={forums} />
      </Section>
    </Page>
  );
}

function ForumCard({ forum }: { readonly forum: ForumSummary }) {
  const { t } = useTranslation();
  const seat = useMe().data?.seats.find((each) => each.forumId === forum.id);
  return (
    <li className="card card-link forum-card">
      {forum.emblem && <img src={forum.emblem} alt="" className="emblem" />}
      <div className="stack stack-tight">
        <h3>
          <Link to={`/f/${forum.slug}`}>
            <LangText text={forum.title} />
          </Link>
        </h3>
        <p className="muted">
          <LangText text={forum.theme} />
        </p>
        <p className="meta">
          <span>
            <LangText text={forum.place} mark={false} />
          </span>
          <span>
            <DayRange from={forum.startsOn} to={forum.endsOn} />
          </span>
          {forum.sample && <span className="badge">{t('forum.sample')}</span>}
          {seat && (
            <span className="badge badge-info">{t('forums.mine', { role: t(`role.${seat.role}`) })}</span>
          )}
        </p>
      </div>
    </li>
  );
}
