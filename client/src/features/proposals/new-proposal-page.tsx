import './writing/writing.css';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { AUTONYM, LANGS, type Lang } from '../../i18n/locale.js';
import { keptDraft, useDraft } from '../../lib/drafts.js';
import { DraftNote } from '../../ui/form.js';
import { lazily } from '../../ui/lazily.js';
import { Page } from '../../ui/page.js';
import { Select } from '../../ui/select.js';
import { useProposal, useShowProposal } from './queries.js';
import { SourceForm } from './writing/source-form.js';
import { useBeginning } from './writing/use-saving.js';

const Attachments = lazily(() => import('./attachments/attachments-form.js'), 'files', 'forms');

/**
 * Writing a proposal. As soon as there is enough of it, it is a draft at the server that only its author sees; its
 * own page submits it.
 */
export default function NewProposalPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation();
  const { lang } = useLang();
  const show = useShowProposal();
  const [begun, setBegun] = useState<string | null>(null);
  const proposal = useProposal(begun ?? '', begun !== null).data ?? null;
  const name = `proposal.new.${slug}`;
  const written = useDraft<{ readonly lang: Lang }>(`${name}.lang`, { lang });
  const [restored, setRestored] = useState(() => keptDraft(name) !== null);
  const chosen = written.value.lang;
  const saving = useBeginning(slug, chosen, (answer: ProposalView) => {
    show(answer);
    written.forget();
    setBegun(answer.id);
    // Without the router, which would begin the page anew: the caret stays where it is.
    window.history.replaceState(window.history.state, '', `${saving.page()}/edit`);
  });
  return (
    <Page
      title={t('proposals.new')}
      above={proposal && <span>{t('proposal.number', { number: proposal.number })}</span>}
    >
      <SourceForm
        slug={slug}
        proposal={proposal}
        lang={proposal?.lang ?? chosen}
        saving={saving}
        submit={t('proposal.save-draft')}
        head={({ empty }) =>
          begun ? (
            <p className="hint">{t('proposal.save-draft-hint')}</p>
          ) : (
            <>
              <DraftNote
                restored={restored}
                discard={() => {
                  empty();
                  setRestored(false);
                }}
              />
              <Select<Lang>
                label={t('form.language')}
                value={chosen}
                onChange={(wanted) => written.change({ lang: wanted })}
                options={LANGS.map((id) => ({ id, label: AUTONYM[id] }))}
              />
            </>
          )
        }
      />
      {proposal?.abilities.attach && (
        <Suspense>
          <Attachments proposal={proposal} />
        </Suspense>
      )}
    </Page>
  );
}
