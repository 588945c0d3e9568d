import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { AppealView } from '../../../../../src/appeal/appeal.contract.js';
import type { CreatePoll, PollView } from '../../../../../src/voting/polls.contract.js';
import { post } from '../../../lib/api.js';
import { useWrite } from '../../../lib/use-write.js';
import { Button } from '../../../ui/button.js';
import { Select } from '../../../ui/select.js';
import { TermsForm } from '../../voting/terms-form.js';
import { useClauseNames } from './clause-names.js';

/** Prepares the vote on the whole text, or on one clause of it before that. */
export default function PutToVote({ slug, appeal }: { readonly slug: string; readonly appeal: AppealView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  const [about, setAbout] = useState('');
  const names = useClauseNames(appeal);
  const prepare = useWrite(
    ({ poll }: { readonly poll: CreatePoll; readonly forget: () => void }) =>
      post<PollView>(`/forums/${slug}/polls`, poll),
    ['poll', 'appeal', 'session'],
    (poll, { forget }) => {
      forget();
      void navigate(`/f/${slug}/polls/${poll.id}`);
    },
  );
  if (!opened)
    return (
      <div className="actions">
        <Button look="primary" onPress={() => setOpened(true)}>
          {t('adoption.vote')}
        </Button>
      </div>
    );
  const subject = about
    ? ({ kind: 'clause', id: about } as const)
    : ({ kind: 'appeal', id: appeal.id } as const);
  return (
    <>
      <Select
        label={t('adoption.vote-about')}
        hint={t('adoption.vote-about-hint')}
        value={about}
        onChange={setAbout}
        options={[{ id: '', label: t('adoption.whole') }, ...names]}
      />
      <TermsForm
        slug={slug}
        draft={`appeal.vote.${appeal.id}`}
        submit={t('adoption.prepare-vote')}
        hint={t('adoption.vote-hint')}
        isPending={prepare.isPending}
        error={prepare.error}
        onSubmit={(asked, forget) => prepare.mutate({ poll: { ...asked, subject }, forget })}
        onClose={() => setOpened(false)}
      />
    </>
  );
}
