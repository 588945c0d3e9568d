import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
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
import { TextArea } from '../../../ui/field.js';
import { DraftNote, Form, useFieldProblems } from '../../../ui/form.js';
import { Written } from '../../../ui/lang-text.js';
import { useToast } from '../../../ui/toast.js';
import { useCommentWrite } from './queries.js';
import { SaidFields } from './said-fields.js';

/** An answer to a comment. */
export function ReplyForm({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const initial = useMemo(() => ({ body: '', lang: lang as Lang }), [lang]);
  const draft = useDraft(`comment-reply.${id}`, initial);
  const { value, change } = draft;
  const done = () => {
    draft.forget();
    onDone();
  };
  const say = useCommentWrite(() => post<CommentThreadView>(`/comments/${id}/replies`, value), done);
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
  const { id, version } = comment;
  const begun = useMemo(() => ({ body: comment.body }), [comment.body]);
  const draft = useDraft(`comment-edit.${id}`, begun);
  const done = () => {
    draft.forget();
    onDone();
  };
  const save = useCommentWrite(
    () => patch<CommentThreadView>(`/comments/${id}`, { body: draft.value.body, version }),
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
      <TextArea
        label={t('comments.edit-label')}
        rows={3}
        lang={comment.lang}
        value={draft.value.body}
        maxLength={COMMENT_LIMITS.body}
        onChange={(body) => draft.change({ body })}
        problem={problem('body')}
        autoFocus
      />
      {codeOf(save.error) === 'object.changed' && (
        <details className="card" open>
          <summary>{t('comments.current')}</summary>
          <Written lang={comment.lang}>{comment.body}</Written>
        </details>
      )}
    </Form>
  );
}
