import { useTranslation } from 'react-i18next';
import type { PartlyLocalized } from '../../../../src/kernel/localized.js';
import { AUTONYM, directionOf, LANGS, type Lang } from '../../i18n/locale.js';
import { plainParagraph } from '../../lib/compared.js';
import { Differences } from '../../ui/differences.js';

interface SuggestedTextsProps {
  readonly base: PartlyLocalized;
  readonly ours: PartlyLocalized | null;
  readonly theirs: PartlyLocalized | null;
  readonly both: PartlyLocalized | null;
}

/**
 * The two versions of a clause beside each other, language by language, each with what it changed of the text that
 * both began from; languages in which they agree are left out.
 */
export function SuggestedTexts({ base, ours, theirs, both }: SuggestedTextsProps) {
  const { t } = useTranslation();
  const langs = LANGS.filter((lang) => ours?.[lang] !== theirs?.[lang]);
  return (
    <ul className="rows suggested-texts">
      {langs.map((lang) => (
        <li key={lang} className="suggested-pair">
          <p className="hint" lang={lang}>
            {AUTONYM[lang]}
          </p>
          <Version name={t('suggestions.ours')} lang={lang} base={base} now={ours} />
          <Version name={t('suggestions.theirs')} lang={lang} base={base} now={theirs} />
          {both && both[lang] !== ours?.[lang] && both[lang] !== theirs?.[lang] && (
            <Version name={t('suggestions.together')} lang={lang} base={base} now={both} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Version(props: {
  readonly name: string;
  readonly lang: Lang;
  readonly base: PartlyLocalized;
  readonly now: PartlyLocalized | null;
}) {
  const { t } = useTranslation();
  const { name, lang, base, now } = props;
  const [was, is] = [base[lang], now?.[lang]];
  return (
    <div className="suggested-version">
      <p className="compared-side">{name}</p>
      {is ? (
        <p className="clause-words" lang={lang} dir={directionOf(lang)}>
          <Differences before={was ? plainParagraph(was) : null} after={plainParagraph(is)} />
        </p>
      ) : (
        <p className="muted">{t(now ? 'clauses.untranslated' : 'suggestions.not-there')}</p>
      )}
    </div>
  );
}
