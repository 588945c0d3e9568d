import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PreparedPolls } from '../../../../../src/proposals/amendments/amendments.contract.js';
import { post } from '../../../lib/api.js';
import { useWrite } from '../../../lib/use-write.js';
import { Button } from '../../../ui/button.js';
import { Section } from '../../../ui/page.js';
import { useToast } from '../../../ui/toast.js';
import { type AskedTerms, TermsForm } from '../../voting/terms-form.js';

/** One press prepares a poll on each amendment that is open, in the order of the rule, all on the same terms. */
export default function PrepareVotes(props: {
  readonly slug: string;
  readonly appealId: string;
  readonly count: number;
}) {
  const { t } = useTranslation();
  const { slug, appealId, count } = props;
  const [opened, setOpened] = useState(false);
  const toast = useToast();
  const prepare = useWrite(
    ({ asked }: { readonly asked: AskedTerms; readonly forget: () => void }) =>
      post<PreparedPolls>(`/appeals/${appealId}/amendments/polls`, asked),
    ['clause-amendment', 'poll', 'session', 'appeal'],
    (_, { forget }) => {
      forget();
      setOpened(false);
      toast(t('votes.done'));
    },
  );
  return (
    <Section title={t('votes.title')}>
      {opened && count > 0 ? (
        <TermsForm
          slug={slug}
          draft={`clause-amendment.votes.${appealId}`}
          submit={t('votes.prepare', { count })}
          hint={t('reviewing.votes-hint')}
          isPending={prepare.isPending}
          error={prepare.error}
          onSubmit={(asked, forget) => prepare.mutate({ asked, forget })}
          onClose={() => setOpened(false)}
        />
      ) : (
        <div className="actions">
          {count > 0 && <Button onPress={() => setOpened(true)}>{t('votes.prepare', { count })}</Button>}
          <Link to={`/f/${slug}/manage/polls`}>{t('votes.polls')}</Link>
        </div>
      )}
    </Section>
  );
}
