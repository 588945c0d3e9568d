import './comments.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import {
  COMMENT_STATES,
  type CommentState,
  type CommentThreadView,
} from '../../../../../src/appeal/comments/comments.contract.js';
import { Empty, Loaded } from '../../../ui/feedback.js';
import { MoreButton } from '../../../ui/more-button.js';
import { Section } from '../../../ui/page.js';
import { Pills } from '../../../ui/pills.js';
import { numbersOf } from '../sections.js';
import type { WorkshopPart } from '../workshop.js';
import { CommentThread } from './comment-thread.js';
import { useComment, useCommentPlaces, useComments } from './queries.js';

/** All that is said about the clauses of an appeal: open, settled, and what has lost its place in the text. */
export default function CommentsPanel({ forum, appeal }: WorkshopPart) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const asked = search.get('comment');
  const counts = useCommentPlaces(forum.slug, appeal.id)?.counts;
  const [state, setState] = useState<CommentState>('open');
  if (asked) return <Told appeal={appeal} forum={forum} id={asked} />;
  return (
    <Section title={t('appeal.comments')}>
      <Pills
        className="comment-states"
        label={t('comments.views')}
        options={COMMENT_STATES.map((id) => {
          const label = t(`comments.state.${id}`);
          return { id, label: counts ? t('comments.counted', { label, count: counts[id] }) : label };
        })}
        chosen={state}
        onChoose={setState}
      />
      <p className="muted">{t(`comments.what.${state}`)}</p>
      <Those key={state} forum={forum} appeal={appeal} state={state} />
    </Section>
  );
}

function Those({ forum, appeal, state }: WorkshopPart & { readonly state: CommentState }) {
  const { t } = useTranslation();
  const list = useComments(appeal.id, { state });
  return (
    <>
      <Loaded query={{ ...list, data: list.items }}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t(`comments.none.${state}`)} />
          ) : (
            <ul className="rows cards">
              {items.map((thread) => (
                <li key={thread.id} className="card">
                  <CommentThread
                    thread={thread}
                    where={<Where forum={forum} appeal={appeal} thread={thread} />}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <MoreButton list={list} />
    </>
  );
}

/** The one that a notification leads to. */
function Told({ forum, appeal, id }: WorkshopPart & { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <Section title={t('comments.told')} link={<Link to="?view=comments">{t('comments.all')}</Link>}>
      <Loaded query={useComment(id)}>
        {(thread) => (
          <div className="card">
            <CommentThread thread={thread} where={<Where forum={forum} appeal={appeal} thread={thread} />} />
          </div>
        )}
      </Loaded>
    </Section>
  );
}

/** The clause that a comment belongs to today, as a way there. */
function Where({ appeal, thread }: WorkshopPart & { readonly thread: CommentThreadView }) {
  const { t } = useTranslation();
  const at = thread.place?.clauseId;
  const clause = appeal.clauses.find(({ id }) => id === at);
  if (!clause) return null;
  const number = numbersOf(appeal).get(clause.id);
  const name = number === undefined ? t(`clause.kind.${clause.kind}`) : t('clauses.number', { number });
  return (
    <p className="comment-where">
      <strong>{name}</strong>
      <Link to={`?view=text&clause=${clause.id}`} aria-label={`${t('comments.to-clause')}: ${name}`}>
        {t('comments.to-clause')}
      </Link>
    </p>
  );
}
