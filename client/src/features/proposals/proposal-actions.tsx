import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { LANGS } from '../../i18n/locale.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Refusal } from '../../ui/feedback.js';
import { useLanguageName } from '../../ui/lang-text.js';
import { ReturnDialog, WithdrawDialog } from './ask-dialogs.js';
import { useMoveProposal } from './move-proposal.js';

/** Everything that this reader may do with the proposal, as the server said. Comes as a file of its own: most only read. */
export default function ProposalActions({
  slug,
  proposal,
}: {
  readonly slug: string;
  readonly proposal: ProposalView;
}) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'return' | 'withdraw' | null>(null);
  const move = useMoveProposal(proposal);
  const { abilities } = proposal;
  const edit = `/f/${slug}/proposals/${proposal.id}/edit`;
  const none = () => setAsked(null);
  return (
    <div className="stack stack-tight">
      <div className="actions">
        {abilities.submit && (
          <Button look="primary" isPending={move.isPending} onPress={() => move.mutate({ move: 'submit' })}>
            {t('proposal.submit')}
          </Button>
        )}
        {abilities.admit && (
          <Button look="primary" isPending={move.isPending} onPress={() => move.mutate({ move: 'admit' })}>
            {t('proposal.admit')}
          </Button>
        )}
        {abilities.putToVote && (
          <ButtonLink look="primary" to={`/f/${slug}/manage/polls/new?proposal=${proposal.id}`}>
            {t('proposal.put-to-vote')}
          </ButtonLink>
        )}
        {abilities.edit && <ButtonLink to={edit}>{t('do.edit')}</ButtonLink>}
        {abilities.return && <Button onPress={() => setAsked('return')}>{t('proposal.return')}</Button>}
        {abilities.withdraw && (
          <Button look="danger" onPress={() => setAsked('withdraw')}>
            {t('proposal.withdraw')}
          </Button>
        )}
      </div>
      {abilities.translate && <Translations edit={edit} proposal={proposal} />}
      <Refusal error={move.error} />
      {asked === 'return' && <ReturnDialog proposal={proposal} onClose={none} />}
      {asked === 'withdraw' && <WithdrawDialog proposal={proposal} onClose={none} />}
    </div>
  );
}

/** The languages that the text could have, each with the way to write it. */
function Translations({ edit, proposal }: { readonly edit: string; readonly proposal: ProposalView }) {
  const { t } = useTranslation();
  const name = useLanguageName();
  const others = LANGS.filter((lang) => lang !== proposal.lang);
  const has = (lang: string) => proposal.texts.some((text) => text.lang === lang);
  return (
    <div className="actions">
      {others.map((lang) => (
        <ButtonLink key={lang} look="quiet" to={`${edit}?lang=${lang}`}>
          {t(has(lang) ? 'proposal.translation-edit' : 'proposal.translation-add', { language: name(lang) })}
        </ButtonLink>
      ))}
    </div>
  );
}
