import './writing/writing.css';
import { Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { LANGS } from '../../i18n/locale.js';
import { ButtonLink } from '../../ui/button.js';
import { Empty } from '../../ui/feedback.js';
import { useLanguageName } from '../../ui/lang-text.js';
import { lazily } from '../../ui/lazily.js';
import { Page } from '../../ui/page.js';
import { PageOf } from '../../ui/page-of.js';
import { useProposal } from './queries.js';
import CoAuthors from './writing/co-authors.js';
import { SourceForm } from './writing/source-form.js';
import { TranslationForm } from './writing/translation-form.js';
import { savingOf } from './writing/use-saving.js';

const Attachments = lazily(() => import('./attachments/attachments-form.js'), 'files', 'forms');

/** Writing the text itself, or, with `?lang=`, its translation beside it. */
export default function EditProposalPage() {
  const { id = '', slug = '' } = useParams();
  const [search] = useSearchParams();
  const proposal = useProposal(id);
  return (
    <PageOf query={proposal}>
      {(found) => {
        const lang = LANGS.find((each) => each === search.get('lang')) ?? found.lang;
        return <Editing key={`${id} ${lang}`} slug={slug} proposal={found} lang={lang} />;
      }}
    </PageOf>
  );
}

interface EditingProps {
  readonly slug: string;
  readonly proposal: ProposalView;
  readonly lang: string;
}

function Editing({ slug, proposal, lang }: EditingProps) {
  const { t } = useTranslation();
  const name = useLanguageName();
  const translating = lang !== proposal.lang;
  const { translate, edit } = proposal.abilities;
  // Whoever was writing when it moved on keeps the form, and with it what was typed.
  const begun = useRef(false);
  if (translating ? translate : edit) begun.current = true;
  const title = translating ? t('proposal.translation-into', { language: name(lang) }) : t('proposal.edit');
  return (
    <Page
      title={title}
      above={<span>{t('proposal.number', { number: proposal.number })}</span>}
      width={translating ? 'wide' : 'reading'}
    >
      {!begun.current ? (
        <Empty
          title={t('proposal.not-editable')}
          action={<ButtonLink to={`/f/${slug}/proposals/${proposal.id}`}>{t('do.back')}</ButtonLink>}
        />
      ) : translating ? (
        <TranslationForm slug={slug} proposal={proposal} lang={lang} />
      ) : (
        <>
          <SourceForm
            slug={slug}
            proposal={proposal}
            lang={lang}
            saving={savingOf(slug, proposal)}
            submit={t('do.save')}
          />
          {proposal.abilities.attach && (
            <Suspense>
              <Attachments proposal={proposal} />
            </Suspense>
          )}
          <CoAuthors slug={slug} proposal={proposal} />
        </>
      )}
    </Page>
  );
}
