import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { LANGS } from '../../i18n/locale.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Refusal } from '../../ui/feedback.js';
import { useLanguageName } from '../../ui/lang-text.js';
import { lazily } from '../../ui/lazily.js';
import { useMoveProposal } from './move-proposal.js';

/** Dialogs cost more than all the rest of the page: they come when one is asked for. */
const Question = lazily(() => import('./proposal-question.js'), 'forms');

interface Props {
  readonly slug: string;
  readonly proposal: ProposalView;
}

/** Steps that are taken at once, the first of them as the next thing to do. */
const AT_ONCE = ['submit', 'admit', 'debate', 'unschedule'] as const;
const NEXT: readonly string[] = ['submit', 'admit'];
/** Steps that are asked about first. */
const ASKED = ['schedule', 'return', 'merge', 'unmerge', 'link', 'lapse', 'withdraw'] as const;
const ENDING: readonly string[] = ['lapse', 'withdraw'];
export type Asked = (typeof ASKED)[number];

/** Everything that this reader may do with the proposal, as the server said. Comes as a file of its own: most only read. */
export default function ProposalActions({ slug, proposal }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const act = useMoveProposal(proposal);
  const { abilities } = proposal;
  const edit = `/f/${slug}/proposals/${proposal.id}/edit`;
  return (
    <div className="stack stack-tight handling">
      <div className="actions">
        {AT_ONCE.map(
          (move) =>
            abilities[move] && (
              <Button
                key={move}
                look={NEXT.includes(move) ? 'primary' : 'secondary'}
                isPending={act.isPending && act.variables.move === move}
                onPress={() => act.mutate({ move })}
              >
                {t(`handling.${move}`)}
              </Button>
            ),
        )}
        {abilities.putToVote && (
          <ButtonLink look="primary" to={`/f/${slug}/manage/polls/new?proposal=${proposal.id}`}>
            {t('handling.put-to-vote')}
          </ButtonLink>
        )}
        {abilities.mergeAmendments && (
          <ButtonLink to={`/f/${slug}/proposals/${proposal.id}/merge`}>
            {t('handling.merge-amendments')}
          </ButtonLink>
        )}
        {abilities.edit && <ButtonLink to={edit}>{t('do.edit')}</ButtonLink>}
        {ASKED.map(
          (what) =>
            abilities[what] && (
              <Button
                key={what}
                look={ENDING.includes(what) ? 'danger' : 'secondary'}
                onPress={() => setAsked(what)}
              >
                {t(`handling.${what}`)}
              </Button>
            ),
        )}
      </div>
      {abilities.translate && <Translations edit={edit} proposal={proposal} />}
      <Refusal error={act.error} />
      {asked && (
        <Suspense>
          <Question asked={asked} slug={slug} proposal={proposal} onClose={() => setAsked(null)} />
        </Suspense>
      )}
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
          {t(has(lang) ? 'handling.translation-edit' : 'handling.translation-add', { language: name(lang) })}
        </ButtonLink>
      ))}
    </div>
  );
}
