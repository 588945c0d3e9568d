import type { Localized } from '../../../../../src/kernel/localized.js';
import { useLang } from '../../../i18n/i18n.js';
import { LANGS } from '../../../i18n/locale.js';
import { LangText, Written } from '../../../ui/lang-text.js';

/** A name in the page's language, and smaller in the other two: who manages must see all three. */
export function NamesInAll({ name }: { readonly name: Localized }) {
  const { lang } = useLang();
  return (
    <div>
      <p className="managed-name">
        <LangText text={name} />
      </p>
      <p className="other-names">
        {LANGS.filter((each) => each !== lang && name[each] !== name[lang]).map((each) => (
          <span key={each}>
            <Written lang={each} mark={false}>
              {name[each]}
            </Written>
          </span>
        ))}
      </p>
    </div>
  );
}
