import { type ComponentProps, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../i18n/locale.js';

type Attributes = Pick<
  ComponentProps<'input'>,
  'autoComplete' | 'inputMode' | 'maxLength' | 'name' | 'placeholder'
>;

interface FieldProps extends Attributes {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  /** What the server or the form says against the value. */
  readonly problem?: string | null;
  /** Language of what is typed, where it differs from the page's: sets `lang` and `dir` of the box. */
  readonly lang?: string;
  /** False where the label says that the field may stay empty. */
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

type LineProps = FieldProps & {
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'datetime-local' | 'number';
};

/** One line of text; `code` sets it in large capitals, for what is copied sign by sign. */
export function TextField({ code, type = 'text', ...props }: LineProps & { readonly code?: boolean }) {
  return (
    <Frame {...props}>
      {(box) => (
        <input
          {...box}
          type={type}
          className={code ? 'input input-code' : 'input'}
          {...(code && { dir: 'ltr', autoCapitalize: 'characters', spellCheck: false })}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Frame>
  );
}

export type TextAreaProps = FieldProps & {
  readonly rows?: number;
  /** For who listens to what is done in the box itself. */
  readonly area?: Omit<ComponentProps<'textarea'>, keyof Box | 'className' | 'rows' | 'onChange'>;
};

/** Several lines of text. `rows` is the height to begin with; the box grows with its text. */
export function TextArea({ rows = 6, area, ...props }: TextAreaProps) {
  return (
    <Frame {...props}>
      {(box) => (
        <textarea
          {...area}
          {...box}
          className="input input-area"
          rows={rows}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Frame>
  );
}

type Box = Attributes &
  Pick<ComponentProps<'input'>, 'id' | 'value' | 'lang' | 'dir' | 'disabled' | 'autoFocus'>;

/** The label above, what is said about the value below; all of it belongs to the box for whoever cannot see it. */
function Frame(props: FieldProps & { readonly children: (box: Box) => ReactNode }) {
  const { label, hint, problem, lang, isRequired, isDisabled, children, onChange: _, ...attributes } = props;
  const { t } = useTranslation();
  const id = useId();
  const said = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const box = {
    ...attributes,
    id,
    disabled: isDisabled,
    'aria-required': isRequired || undefined,
    'aria-invalid': Boolean(problem) || undefined,
    'aria-describedby': said || undefined,
    ...(lang && { lang, dir: directionOf(lang) }),
  };
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
        {isRequired === false && <span className="label-note"> ({t('form.optional')})</span>}
      </label>
      {children(box)}
      {hint && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
      {problem && (
        <span id={`${id}-problem`} className="problem">
          {problem}
        </span>
      )}
    </div>
  );
}
