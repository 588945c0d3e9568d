import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { PostView, UpdatePost } from '../../../../src/discussion/discussion.contract.js';
import { patch } from '../../lib/api.js';
import { codeOf } from '../../lib/api-error.js';
import { useDraft } from '../../lib/drafts.js';
import { Button } from '../../ui/button.js';
import { DraftNote, Form, useFieldProblems } from '../../ui/form.js';
import { RichText } from '../../ui/rich-text.js';
import { useToast } from '../../ui/toast.js';
import { editable } from './mentions/editable.js';
import { htmlOf, MentionArea, type Mentioning } from './mentions/mention-area.js';

/** Changing one's own post. If it changed meanwhile, both versions are in sight and the next save is on purpose. */
export default function PostEditor({ post, done }: { readonly post: PostView; readonly done: () => void }) {
  const { t } = useTranslation();
  const { slug = '' } = useParams();
  const client = useQueryClient();
  const toast = useToast();
  const [begun] = useState(post.body);
  const initial = useMemo((): Mentioning => {
    const { text, picked } = editable(begun);
    return { body: text, picked };
  }, [begun]);
  const draft = useDraft(`post-edit.${post.id}`, initial);
  const save = useMutation({
    mutationFn: async (written: Mentioning) =>
      patch<PostView>(`/posts/${post.id}`, {
        body: await htmlOf(written),
        version: post.version,
      } satisfies UpdatePost),
    onSuccess: async () => {
      draft.forget();
      await client.invalidateQueries({ queryKey: ['thread', post.threadId] });
      toast(t('post.saved'));
      done();
    },
    onError: () => void client.invalidateQueries({ queryKey: ['thread', post.threadId, 'posts'] }),
  });
  const problem = useFieldProblems(save.error);
  return (
    <Form
      submit={t('do.save')}
      isPending={save.isPending}
      error={save.error}
      isDisabled={!draft.value.body.trim()}
      onSubmit={() => save.mutate(draft.value)}
      actions={
        <Button
          look="quiet"
          onPress={() => {
            draft.forget();
            done();
          }}
        >
          {t('do.cancel')}
        </Button>
      }
    >
      {draft.restored && <DraftNote restored discard={draft.forget} />}
      <MentionArea
        slug={slug}
        label={t('post.edit-label')}
        hint={t('form.lines-hint')}
        lang={post.lang}
        value={draft.value}
        onChange={draft.change}
        problem={problem('body')}
        autoFocus
      />
      {codeOf(save.error) === 'object.changed' && (
        <details className="card" open>
          <summary>{t('post.current')}</summary>
          <RichText html={post.body} lang={post.lang} />
        </details>
      )}
    </Form>
  );
}
