import type { ReactNode } from 'react';
import type { Localized } from '../../../src/kernel/localized.js';
import { AUTONYM, LANGS } from '../i18n/locale.js';
import { TextField } from './field.js';

export const BLANK: Localized = { ar: '', fr: '', en: '' };

interface LocalizedFieldsProps {
  readonly label: string;
  /** How the request names it, as `title`: problems are told of `title.fr`. */
  readonly name: string;
  readonly value: Localized;
  readonly onChange: (value: Localized) => void;
  readonly problem: (field: string) => string | null;
  readonly hint?: ReactNode;
}

/** One line in each of the three languages, under one name. */
export function LocalizedFields({ label, name, value, onChange, problem, hint }: LocalizedFieldsProps) {
  return (
    <fieldset className="localized">
      <legend className="label">{label}</legend>
      {hint && <p className="hint">{hint}</p>}
      <div className="localized-boxes">
        {LANGS.map((lang) => (
          <TextField
            key={lang}
            label={AUTONYM[lang]}
            lang={lang}
            value={value[lang]}
            onChange={(text) => onChange({ ...value, [lang]: text })}
            problem={problem(`${name}.${lang}`) ?? problem(name)}
            isRequired
          />
        ))}
      </div>
    </fieldset>
  );
}
