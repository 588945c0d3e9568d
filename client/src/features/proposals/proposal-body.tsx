import './proposals.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalText, ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { htmlOf } from '../../../../src/text/rich-text.js';
import { useLang } from '../../i18n/i18n.js';
import { useLanguageName } from '../../ui/lang-text.js';
import { RichText } from '../../ui/rich-text.js';

/** The text in the wished language where there is one, else as it was written. */
export function textFor(proposal: Pick<ProposalView, 'texts' | 'lang'>, wished: string): ProposalText | null {
  const of = (lang: string) => proposal.texts.find((text) => text.lang === lang);
  return of(wished) ?? of(proposal.lang) ?? proposal.texts[0] ?? null;
}

/**
 * The text of a proposal with a switch between its languages. `withTitle` where no heading shows the title already;
 * another language that the reader switches to brings its own.
 */
export function ProposalBody({
  proposal,
  withTitle,
}: {
  readonly proposal: ProposalView;
  readonly withTitle?: boolean;
}) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const name = useLanguageName();
  const [wished, setWished] = useState<string | null>(null);
  const text = textFor(proposal, wished ?? lang);
  if (!text) return null;
  return (
    <div className="stack">
      {(proposal.texts.length > 1 || text.lang !== lang) && (
        <div className="languages">
          <span className="muted">
            {text.lang === proposal.lang
              ? t('proposal.original', { language: name(text.lang) })
              : t('proposal.translated', { language: name(proposal.lang) })}
          </span>
          {proposal.texts.length > 1 &&
            proposal.texts.map((each) => (
              <button
                key={each.lang}
                type="button"
                className="language"
                lang={each.lang}
                aria-pressed={each.lang === text.lang}
                onClick={() => setWished(each.lang)}
              >
                {new Intl.DisplayNames(each.lang, { type: 'language' }).of(each.lang)}
              </button>
            ))}
        </div>
      )}
      {(withTitle || text !== textFor(proposal, lang)) && (
        <h2 className="card-title" lang={text.lang} dir="auto">
          {text.title}
        </h2>
      )}
      <RichText html={htmlOf(text.paragraphs)} lang={text.lang} />
    </div>
  );
}
