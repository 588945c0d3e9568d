import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../i18n/locale.js';

interface FieldProps extends Omit<TextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What the server or the form says against the value. */
  readonly problem?: string | null;
  /** Language of what is typed, where it differs from the page's: sets `lang` and `dir` of the box. */
  readonly lang?: string;
  readonly placeholder?: string;
}

/** One line of text; `code` sets it in large capitals, for what is copied sign by sign. */
export function TextField({
  label,
  hint,
  problem,
  lang,
  placeholder,
  code,
  ...props
}: FieldProps & { readonly code?: boolean }) {
  return (
    <Frame {...props} label={label} hint={hint} problem={problem}>
      <Input
        className={code ? 'input input-code' : 'input'}
        placeholder={placeholder}
        {...(code && { dir: 'ltr', autoCapitalize: 'characters', spellCheck: false })}
        {...written(lang)}
      />
    </Frame>
  );
}

/** Several lines of text. `rows` is the height to begin with; the box grows with its text. */
export function TextArea({
  label,
  hint,
  problem,
  lang,
  rows = 6,
  ...props
}: FieldProps & { readonly rows?: number }) {
  return (
    <Frame {...props} label={label} hint={hint} problem={problem}>
      <AriaTextArea className="input input-area" rows={rows} {...written(lang)} />
    </Frame>
  );
}

function Frame({ label, hint, problem, children, ...props }: FieldProps & { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <AriaTextField {...props} className="field" isInvalid={Boolean(problem)} validationBehavior="aria">
      <Label className="label">
        {label}
        {props.isRequired === false && <span className="label-note"> ({t('form.optional')})</span>}
      </Label>
      {children}
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="problem">{problem}</FieldError>
    </AriaTextField>
  );
}

const written = (lang?: string) => (lang ? { lang, dir: directionOf(lang) } : {});
