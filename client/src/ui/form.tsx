import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeText } from '../i18n/i18n.js';
import { ApiError } from '../lib/api-error.js';
import { Button } from './button.js';
import { Refusal } from './feedback.js';

/**
 * What a refused attempt said against one field, in words. Fields are named as in the request:
 * `title`, `title.fr`, `invitations.0.email`.
 */
export function useFieldProblems(error: unknown): (field: string) => string | null {
  const codeText = useCodeText();
  return (field) => {
    const found =
      error instanceof ApiError ? error.fields.find((problem) => problem.field === field) : undefined;
    return found ? codeText('rule', found.rule) : null;
  };
}

interface FormProps {
  readonly onSubmit: () => void;
  readonly submit: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly children: ReactNode;
  readonly narrow?: boolean;
  /** Further buttons beside the one that submits. */
  readonly actions?: ReactNode;
  readonly look?: 'primary' | 'danger';
  /** Set while what was entered cannot be sent yet. */
  readonly isDisabled?: boolean;
}

/** A form that never empties itself: what was typed stays until its owner takes it away after an acknowledgement. */
export function Form(props: FormProps) {
  const form = useRef<HTMLFormElement>(null);

  // The reader is taken to the first field that the server refused.
  useEffect(() => {
    if (props.error instanceof ApiError && props.error.fields.length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [props.error]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!props.isPending) props.onSubmit();
  };
  return (
    <form ref={form} className={`form${props.narrow ? ' form-narrow' : ''}`} onSubmit={submit} noValidate>
      {props.children}
      <Refusal error={props.error} />
      <div className="actions">
        <Button
          type="submit"
          look={props.look ?? 'primary'}
          isPending={props.isPending}
          isDisabled={props.isDisabled}
        >
          {props.submit}
        </Button>
        {props.actions}
      </div>
    </form>
  );
}

/** Says that a long text is safe, and that an earlier one was found. */
export function DraftNote({
  restored,
  discard,
}: {
  readonly restored: boolean;
  readonly discard: () => void;
}) {
  const { t } = useTranslation();
  if (!restored) return <p className="hint">{t('form.draft-kept')}</p>;
  return (
    <div className="notice notice-plain draft-note">
      <span>{t('form.draft-restored')}</span>
      <Button look="quiet" onPress={discard}>
        {t('form.draft-discard')}
      </Button>
    </div>
  );
}
