import './comments.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppealView, ClauseView } from '../../../../../src/appeal/appeal.contract.js';
import { Button } from '../../../ui/button.js';
import { Loaded } from '../../../ui/feedback.js';
import { MoreButton } from '../../../ui/more-button.js';
import { CommentForm } from './comment-form.js';
import { CommentThread } from './comment-thread.js';
import { useComments } from './queries.js';
import type { SelectedWords } from './selected-words.js';

export interface ClauseCommentsProps {
  readonly appeal: AppealView;
  readonly clause: ClauseView;
  /** What the clause is called. */
  readonly name: string;
  readonly mayComment: boolean;
  readonly words?: SelectedWords | null;
  readonly onSaid?: () => void;
}

/** What is said about one clause, and where something more is said. */
export default function ClauseComments(props: ClauseCommentsProps) {
  const { t } = useTranslation();
  const { appeal, clause, name, mayComment, words = null, onSaid } = props;
  const [writing, setWriting] = useState(false);
  const list = useComments(appeal.id, { clause: clause.id });
  // Whoever opens what nobody has said anything about wants to say something.
  const writes = writing || words !== null || list.items?.length === 0;
  return (
    <section className="clause-comments" aria-label={t('comments.of', { name })}>
      <Loaded query={{ ...list, data: list.items }} lines={2}>
        {(items) => {
          const open = items.filter(({ state }) => state !== 'resolved');
          const resolved = items.filter(({ state }) => state === 'resolved');
          return (
            <>
              {items.length === 0 && <p className="muted">{t('comments.none')}</p>}
              {open.map((thread) => (
                <CommentThread key={thread.id} thread={thread} />
              ))}
              {resolved.length > 0 && (
                <details className="comments-resolved">
                  <summary>{t('comments.show-resolved', { count: resolved.length })}</summary>
                  {resolved.map((thread) => (
                    <CommentThread key={thread.id} thread={thread} />
                  ))}
                </details>
              )}
            </>
          );
        }}
      </Loaded>
      <MoreButton list={list} />
      {mayComment && !writes && (
        <div className="actions">
          <Button onPress={() => setWriting(true)}>{t('comments.new')}</Button>
        </div>
      )}
      {mayComment && writes && (
        <CommentForm
          // Other words, another form: what was begun on these is kept under them.
          key={`${words?.lang ?? ''} ${words?.prefix ?? ''} ${words?.exact ?? ''}`}
          appealId={appeal.id}
          clause={clause}
          words={words}
          onSaid={() => {
            setWriting(false);
            onSaid?.();
          }}
        />
      )}
    </section>
  );
}
