import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CreateForum, ForumView } from '../../../../src/forum/forum.contract.js';
import { post } from '../../lib/api.js';
import { useDraft } from '../../lib/drafts.js';
import { useMe } from '../../lib/me.js';
import { useWrite } from '../../lib/use-write.js';
import { ButtonLink } from '../../ui/button.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { TextField } from '../../ui/field.js';
import { DraftNote, Form, useFieldProblems } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { type ForumFacts, ForumFields, NO_FACTS } from './forum-fields.js';
import { slugOf } from './slug.js';

/** Begins a forum. Who creates it becomes its first organiser and is taken to what remains to be set up. */
export default function NewForumPage() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Page title={t('forums.new')}>
      <Loaded query={me}>
        {({ account, abilities }) =>
          abilities.createForum ? (
            <NewForumForm />
          ) : (
            <Empty
              title={t('new-forum.not-allowed')}
              action={
                !account && (
                  <ButtonLink look="primary" to="/sign-in">
                    {t('app.sign-in')}
                  </ButtonLink>
                )
              }
            >
              {t('new-forum.not-allowed-text')}
            </Empty>
          )
        }
      </Loaded>
    </Page>
  );
}

function NewForumForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const initial = useMemo(() => ({ facts: NO_FACTS, slug: null as string | null }), []);
  const draft = useDraft<{ facts: ForumFacts; slug: string | null }>('forum', initial);
  const { facts, slug } = draft.value;
  const shownSlug = slug ?? slugOf(facts);
  const create = useWrite(
    (body: CreateForum) => post<ForumView>('/forums', body),
    ['forum', 'me'],
    (forum) => {
      draft.forget();
      void navigate(`/f/${forum.slug}/manage`);
    },
  );
  const problem = useFieldProblems(create.error);
  return (
    <Form
      submit={t('new-forum.submit')}
      isPending={create.isPending}
      error={create.error}
      onSubmit={() => create.mutate({ ...facts, slug: shownSlug })}
    >
      <DraftNote restored={draft.restored} discard={draft.forget} />
      <ForumFields facts={facts} onChange={(changed) => draft.change({ facts: changed })} problem={problem} />
      <TextField
        label={t('new-forum.slug')}
        hint={t('new-forum.slug-hint', { address: ltr(`${window.location.host}/f/${shownSlug || '…'}`) })}
        lang="en"
        value={shownSlug}
        onChange={(typed) => draft.change({ slug: typed })}
        problem={problem('slug')}
        isRequired
      />
    </Form>
  );
}

/** An address keeps its order in an Arabic sentence: isolated, left to right. */
const ltr = (address: string): string => `\u2066${address}\u2069`;
