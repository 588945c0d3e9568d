import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { CreatePost, PostView } from '../../../../src/discussion/discussion.contract.js';
import { isolated } from '../../../../src/kernel/localized.js';
import { useLang } from '../../i18n/i18n.js';
import { AUTONYM, LANGS, type Lang } from '../../i18n/locale.js';
import { post } from '../../lib/api.js';
import { useDraft } from '../../lib/drafts.js';
import { OF } from '../../lib/query-client.js';
import { recall } from '../../lib/storage.js';
import { Button } from '../../ui/button.js';
import { DraftNote, Form, useFieldProblems } from '../../ui/form.js';
import { Select } from '../../ui/select.js';
import { useToast } from '../../ui/toast.js';

import { htmlOf, MentionArea, type Mentioning } from './mentions/mention-area.js';
import type { Picked } from './mentions/picking.js';

const draftName = (threadId: string, parentId?: string) => `post.${threadId}.${parentId ?? 'thread'}`;

export function hasDraft(threadId: string, parentId: string): boolean {
  return recall(`draft.${draftName(threadId, parentId)}`) !== null;
}

interface ComposerProps {
  readonly threadId: string;
  /** What is answered; left out, the post speaks to the discussion as a whole. */
  readonly parent?: PostView;
  readonly onSaid: (postId: string) => void;
  readonly onCancel?: () => void;
}

interface PostForm {
  readonly body: string;
  readonly lang: Lang;
  readonly picked: readonly Picked[];
}

/** Where a post is written. What was typed stays on this device until the server has it. */
export function Composer({ threadId, parent, onSaid, onCancel }: ComposerProps) {
  const { t } = useTranslation();
  const { slug = '' } = useParams();
  const { lang } = useLang();
  const initial = useMemo<PostForm>(() => ({ body: '', lang, picked: [] }), [lang]);
  const draft = useDraft(draftName(threadId, parent?.id), initial);
  const say = useSay(threadId, (id) => {
    draft.forget();
    onSaid(id);
  });
  const problem = useFieldProblems(say.error);
  const { value, change } = draft;
  const name = parent?.author?.name;
  return (
    <Form
      submit={t('post.send')}
      isPending={say.isPending}
      error={say.error}
      isDisabled={!value.body.trim()}
      onSubmit={() => say.mutate({ said: value, lang: value.lang, ...(parent && { parentId: parent.id }) })}
      actions={
        onCancel && (
          <Button
            look="quiet"
            onPress={() => {
              draft.forget();
              onCancel();
            }}
          >
            {t('do.cancel')}
          </Button>
        )
      }
    >
      {draft.restored && <DraftNote restored discard={draft.forget} />}
      <MentionArea
        slug={slug}
        label={
          parent
            ? name
              ? t('post.reply-to', { name: isolated(name) })
              : t('post.reply-label')
            : t('thread.body')
        }
        rows={parent ? 3 : 4}
        lang={value.lang}
        value={value}
        onChange={change}
        problem={problem('body')}
        // A reply was asked for a moment ago; a composer at the end of a page was not.
        autoFocus={Boolean(parent) && !draft.restored}
      />
      <Select<Lang>
        label={t('form.language')}
        value={value.lang}
        onChange={(wanted) => change({ lang: wanted })}
        options={LANGS.map((id) => ({ id, label: AUTONYM[id] }))}
      />
    </Form>
  );
}

function useSay(threadId: string, said: (id: string) => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: async ({
      said: words,
      ...request
    }: Omit<CreatePost, 'body'> & { readonly said: Mentioning }) =>
      post<PostView>(`/threads/${threadId}/posts`, {
        ...request,
        body: await htmlOf(words),
      } satisfies CreatePost),
    onSuccess: async ({ id }) => {
      said(id);
      toast(t('post.sent'));
      void client.invalidateQueries({ queryKey: ['thread', OF] });
      await client.invalidateQueries({ queryKey: ['thread', threadId] });
    },
  });
}
