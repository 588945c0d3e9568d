import './chairing.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { ParticipantView } from '../../../../src/forum/forum.contract.js';
import type { PollView, UpdatePoll } from '../../../../src/voting/polls.contract.js';
import { useAllPages } from '../../lib/all-pages.js';
import { patch } from '../../lib/api.js';
import { OF } from '../../lib/query-client.js';
import { useWrite } from '../../lib/use-write.js';
import { ButtonLink } from '../../ui/button.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { LangText } from '../../ui/lang-text.js';
import { LocalizedFields } from '../../ui/localized-fields.js';
import { ManagePage } from '../forum/manage/manage-page.js';
import { Part, PollFields, Templates } from './poll-fields.js';
import { formOf, termsOf } from './poll-form.js';
import { usePoll } from './queries.js';

/** Changes a poll that has not been opened yet. */
export default function EditPollPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const poll = usePoll(id);
  return (
    <ManagePage part="polls" title={t('polls.edit')}>
      {(forum) => <Loaded query={poll}>{(found) => <Editing slug={forum.slug} poll={found} />}</Loaded>}
    </ManagePage>
  );
}

interface EditProps {
  readonly slug: string;
  readonly poll: PollView;
}

function Editing({ slug, poll }: EditProps) {
  const { t } = useTranslation();
  const named = poll.terms.circle.length > 0;
  const people = useAllPages<ParticipantView>(
    ['participant', OF, slug, 'all'],
    `/forums/${slug}/participants`,
    {},
    named,
  );
  if (!poll.abilities.edit)
    return (
      <Empty
        title={t('polls.not-editable')}
        action={<ButtonLink to={`/f/${slug}/polls/${poll.id}`}>{t('polls.to-poll')}</ButtonLink>}
      />
    );
  const names = named ? people : { ...people, data: [] };
  return (
    <Loaded query={names}>
      {(all) => <EditForm slug={slug} poll={poll} names={new Map(all.map(({ id, name }) => [id, name]))} />}
    </Loaded>
  );
}

/** What was typed stays, whatever happens to the poll meanwhile; the version that is sent is the one on screen. */
function EditForm({ slug, poll, names }: EditProps & { readonly names: ReadonlyMap<string, string> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form, setForm] = useState(() => formOf(poll.terms, names));
  const [question, setQuestion] = useState(poll.question);
  const change = (part: Partial<typeof form>) => setForm((known) => ({ ...known, ...part }));
  const terms = termsOf(form);
  const free = poll.subject === null;
  const asked = !free || Object.values(question).every((text) => text.trim());
  const save = useWrite(
    (body: UpdatePoll) => patch<PollView>(`/polls/${poll.id}`, body),
    ['poll'],
    () => void navigate(`/f/${slug}/polls/${poll.id}`),
  );
  const problem = useFieldProblems(save.error);
  return (
    <Form
      submit={t('do.save')}
      isPending={save.isPending}
      error={save.error}
      isDisabled={!terms || !asked}
      onSubmit={() => terms && save.mutate({ version: poll.version, terms, ...(free && { question }) })}
      actions={
        <ButtonLink look="quiet" to={`/f/${slug}/polls/${poll.id}`}>
          {t('do.cancel')}
        </ButtonLink>
      }
    >
      <p className="hint">{t('polls.edit-hint')}</p>
      <Part title={t('prepare.what')}>
        {free ? (
          <LocalizedFields
            label={t('prepare.question')}
            name="question"
            value={question}
            onChange={setQuestion}
            problem={problem}
          />
        ) : (
          <p>
            <LangText text={poll.question} />
          </p>
        )}
      </Part>
      <Templates form={form} change={change} only={free ? 'all' : 'proposals'} />
      <PollFields slug={slug} form={form} change={change} problem={problem} onProposal={!free} />
    </Form>
  );
}
