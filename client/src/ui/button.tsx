import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, type LinkProps } from 'react-router';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps {
  readonly look?: Look;
  readonly type?: 'button' | 'submit';
  readonly 'aria-label'?: string;
  readonly isDisabled?: boolean;
  readonly isPending?: boolean;
  readonly autoFocus?: boolean;
  readonly onPress?: () => void;
  readonly children: ReactNode;
}

/**
 * The browser's own button: React Aria's would cost the first load 13 KiB. While `isPending` is set, it says so to
 * assistive technology and takes no second press; it keeps the focus.
 */
export function Button(props: ButtonProps) {
  const { look = 'secondary', type = 'button', isPending = false, onPress, children } = props;
  const { t } = useTranslation();
  return (
    <button
      type={isPending ? 'button' : type}
      className={`button button-${look}`}
      aria-label={props['aria-label']}
      disabled={props.isDisabled}
      aria-disabled={isPending || undefined}
      data-pending={isPending || undefined}
      // biome-ignore lint/a11y/noAutofocus: the answer that does no harm, in a dialog that takes the focus anyway
      autoFocus={props.autoFocus}
      onClick={({ currentTarget }) => {
        if (isPending) return;
        // Safari presses a button without giving it the focus, which a dialog must be able to give back.
        currentTarget.focus({ preventScroll: true });
        onPress?.();
      }}
    >
      {children}
      {isPending && <span className="visually-hidden"> ({t('state.loading')})</span>}
    </button>
  );
}

/** A link that stands among buttons: it leads somewhere, it does nothing. */
export function ButtonLink({ look = 'secondary', ...props }: LinkProps & { readonly look?: Look }) {
  return <Link {...props} className={`button button-${look}`} />;
}
