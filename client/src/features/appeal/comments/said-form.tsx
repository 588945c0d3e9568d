import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  COMMENT_LIMITS,
  type CommentThreadView,
  type CommentView,
} from '../../../../../src/appeal/comments/comments.contract.js';
import { useLang } from '../../../i18n/i18n.js';
import type { Lang } from '../../../i18n/locale.js';
import { patch, post } from '../../../lib/api.js';
import { codeOf } from '../../../lib/api-error.js';
import { useDraft } from '../../../lib/drafts.js';
import { Button } from '../../../ui/button.js';
import { DraftNote, Form, useFieldProblems } from '../../../ui/form.js';
import { RichText } from '../../../ui/rich-text.js';
import { useToast } from '../../../ui/toast.js';
import { editable } from '../../discussion/mentions/editable.js';
import { htmlOf, MentionArea, type Mentioning } from '../../discussion/mentions/mention-area.js';
import { useCommentWrite } from './queries.js';
import { SaidFields } from './said-fields.js';

/** An answer to a comment. */
export function ReplyForm({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const initial = useMemo<Mentioning & { readonly lang: Lang }>(
    () => ({ body: '', lang, picked: [] }),
    [lang],
  );
  const draft = useDraft(`comment-reply.${id}`, initial);
  const { value, change } = draft;
  const done = () => {
    draft.forget();
    onDone();
  };
  const say = useCommentWrite(
    async () =>
      post<CommentThreadView>(`/comments/${id}/replies`, { body: await htmlOf(value), lang: value.lang }),
    done,
  );
  const problem = useFieldProblems(say.error);
  return (
    <Form
      submit={t('comments.reply')}
      isPending={say.isPending}
      error={say.error}
      isDisabled={!value.body.trim()}
      onSubmit={() => say.mutate()}
      actions={
        <Button look="quiet" onPress={done}>
          {t('do.cancel')}
        </Button>
      }
    >
      {draft.restored && <DraftNote restored discard={draft.forget} />}
      <SaidFields
        label={t('comments.reply-label')}
        value={value}
        change={change}
        problem={problem('body')}
        autoFocus
      />
    </Form>
  );
}

/** Changing one's own words. If they changed meanwhile, both are in sight and the next save is on purpose. */
export function EditForm({
  comment,
  onDone,
}: {
  readonly comment: Omit<CommentView, 'abilities'>;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const toast = useToast();
  const { slug = '' } = useParams();
  const { id, version } = comment;
  const begun = useMemo((): Mentioning => {
    const { text, picked } = editable(comment.body);
    return { body: text, picked };
  }, [comment.body]);
  const draft = useDraft(`comment-edit.${id}`, begun);
  const done = () => {
    draft.forget();
    onDone();
  };
  const save = useCommentWrite(
    async () => patch<CommentThreadView>(`/comments/${id}`, { body: await htmlOf(draft.value), version }),
    () => {
      toast(t('comments.saved'));
      done();
    },
  );
  const problem = useFieldProblems(save.error);
  return (
    <Form
      submit={t('do.save')}
      isPending={save.isPending}
      error={save.error}
      isDisabled={!draft.value.body.trim()}
      onSubmit={() => save.mutate()}
      actions={
        <Button look="quiet" onPress={done}>
          {t('do.cancel')}
        </Button>
      }
    >
      <MentionArea
        slug={slug}
        label={t('comments.edit-label')}
        rows={3}
        lang={comment.lang}
        value={draft.value}
        maxLength={COMMENT_LIMITS.body}
        onChange={draft.change}
        problem={problem('body')}
        autoFocus
      />
      {codeOf(save.error) === 'object.changed' && (
        <details className="card" open>
          <summary>{t('comments.current')}</summary>
          <RichText html={comment.body} lang={comment.lang} />
        </details>
      )}
    </Form>
  );
}
