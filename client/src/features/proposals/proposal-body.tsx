import './proposals.css';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { ProposalText, ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { useLanguageName } from '../../ui/lang-text.js';
import { Paragraphs } from '../../ui/paragraphs.js';
import { Pill } from '../../ui/pills.js';

/** The text in the wished language where there is one, else as it was written. */
export function textFor(proposal: Pick<ProposalView, 'texts' | 'lang'>, wished: string): ProposalText | null {
  const of = (lang: string) => proposal.texts.find((text) => text.lang === lang);
  return of(wished) ?? of(proposal.lang) ?? proposal.texts[0] ?? null;
}

/**
 * The text of a proposal with a switch between its languages. `withTitle` where no heading shows the title already;
 * another language that the reader switches to brings its own. What lags behind the text that was written says so.
 */
export default function ProposalBody({
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
  useParagraphOfAddress(text);
  if (!text) return null;
  const behind = t('proposal.stale-paragraph', { language: name(proposal.lang) });
  return (
    <div className="stack">
      {(proposal.texts.length > 1 || text.lang !== lang) && (
        <div className="pills">
          <span className="muted">
            {text.lang === proposal.lang
              ? t('proposal.original', { language: name(text.lang) })
              : t('reading.translated', { language: name(proposal.lang) })}
          </span>
          {proposal.texts.length > 1 &&
            proposal.texts.map((each) => (
              <Pill
                key={each.lang}
                lang={each.lang}
                isChosen={each.lang === text.lang}
                onChoose={() => setWished(each.lang)}
              >
                {new Intl.DisplayNames(each.lang, { type: 'language' }).of(each.lang)}
              </Pill>
            ))}
        </div>
      )}
      {text.stale.head && (
        <p className="stale-mark">{t('proposal.stale-head', { language: name(proposal.lang) })}</p>
      )}
      {(withTitle || text !== textFor(proposal, lang)) && (
        <h2 className="card-title" lang={text.lang} dir="auto">
          {text.title}
        </h2>
      )}
      {text.summary && (
        <p className="proposal-summary" lang={text.lang} dir="auto">
          {text.summary}
        </p>
      )}
      <Paragraphs
        paragraphs={text.paragraphs}
        lang={text.lang}
        note={({ id }) => (text.stale.paragraphs.includes(id) ? behind : null)}
      />
      <Lacking proposal={proposal} text={text} />
    </div>
  );
}

/** Paragraphs of the text that was written which the translation does not have at all. */
function Lacking({ proposal, text }: { readonly proposal: ProposalView; readonly text: ProposalText }) {
  const { t } = useTranslation();
  const there = new Set(text.paragraphs.map(({ id }) => id));
  const count = text.stale.paragraphs.filter((id) => !there.has(id)).length;
  if (count === 0 || text.lang === proposal.lang) return null;
  return <p className="stale-mark">{t('proposal.stale-lacking', { count })}</p>;
}

/** The paragraph that the address names comes into view once it is there: the page is drawn after it was opened. */
function useParagraphOfAddress(text: ProposalText | null): void {
  const { hash } = useLocation();
  const lang = text?.lang;
  useEffect(() => {
    if (lang && hash) document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'center' });
  }, [hash, lang]);
}
