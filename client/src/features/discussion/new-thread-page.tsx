import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { CreateThread, ThreadView } from '../../../../src/discussion/discussion.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { AUTONYM, LANGS, type Lang } from '../../i18n/locale.js';
import { post } from '../../lib/api.js';
import { useDraft } from '../../lib/drafts.js';
import { OF } from '../../lib/query-client.js';
import { ButtonLink } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { DraftNote, Form, useFieldProblems } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { Select } from '../../ui/select.js';
import { useForum } from '../forum/queries.js';
import { TopicSelect } from '../forum/topic-select.js';
import { htmlOf, MentionArea } from './mentions/mention-area.js';
import type { Picked } from './mentions/picking.js';

interface ThreadForm {
  readonly lang: Lang;
  readonly title: string;
  readonly body: string;
  readonly picked: readonly Picked[];
  readonly topicId: string;
}

/** Opening a discussion with its first post. */
export default function NewThreadPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation();
  const { lang } = useLang();
  const client = useQueryClient();
  const navigate = useNavigate();
  const topics = useForum(slug).data?.topics ?? [];
  const initial = useMemo<ThreadForm>(() => ({ lang, title: '', body: '', picked: [], topicId: '' }), [lang]);
  const draft = useDraft(`thread.${slug}`, initial);
  const open = useMutation({
    mutationFn: async (form: ThreadForm) =>
      post<ThreadView>(`/forums/${slug}/threads`, await requestOf(form)),
    onSuccess: (thread) => {
      draft.forget();
      client.setQueryData(['thread', thread.id], thread);
      void client.invalidateQueries({ queryKey: ['thread', OF] });
      void navigate(`/f/${slug}/discussion/${thread.id}`, { replace: true });
    },
  });
  const problem = useFieldProblems(open.error);
  const { value, change } = draft;
  return (
    <Page title={t('threads.new')}>
      <Form
        submit={t('thread.open')}
        isPending={open.isPending}
        error={open.error}
        isDisabled={!value.title.trim() || !value.body.trim()}
        onSubmit={() => open.mutate(value)}
        actions={
          <ButtonLink look="quiet" to={`/f/${slug}/discussion`}>
            {t('do.cancel')}
          </ButtonLink>
        }
      >
        <DraftNote restored={draft.restored} discard={draft.forget} />
        <Select<Lang>
          label={t('form.language')}
          value={value.lang}
          onChange={(wanted) => change({ lang: wanted })}
          options={LANGS.map((id) => ({ id, label: AUTONYM[id] }))}
        />
        <TextField
          label={t('thread.title')}
          lang={value.lang}
          value={value.title}
          onChange={(title) => change({ title })}
          problem={problem('title')}
          maxLength={200}
        />
        <MentionArea
          slug={slug}
          label={t('thread.body')}
          hint={t('form.lines-hint')}
          lang={value.lang}
          value={value}
          onChange={change}
          problem={problem('body')}
        />
        <TopicSelect
          topics={topics}
          value={value.topicId}
          onChange={(topicId) => change({ topicId })}
          problem={problem('topicId')}
        />
      </Form>
    </Page>
  );
}

async function requestOf(form: ThreadForm): Promise<CreateThread> {
  const { lang, title, topicId } = form;
  return { lang, title: title.trim(), body: await htmlOf(form), ...(topicId && { topicId }) };
}
