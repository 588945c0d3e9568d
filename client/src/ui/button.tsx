import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { Link, type LinkProps } from 'react-router';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly look?: Look;
  readonly children: ReactNode;
}

/**
 * While `isPending` is set, a button says so to assistive technology and takes no second press. React Aria's own
 * way of saying it leaves a picture without name in the page when the button goes away with what it did.
 */
export function Button({ look = 'secondary', isPending = false, children, ...props }: ButtonProps) {
  const { t } = useTranslation();
  const waiting = { type: 'button', onPress: undefined, 'aria-disabled': true } as const;
  return (
    <AriaButton
      {...props}
      {...(isPending && waiting)}
      data-pending={isPending || undefined}
      className={`button button-${look}`}
    >
      {children}
      {isPending && <span className="visually-hidden"> ({t('state.loading')})</span>}
    </AriaButton>
  );
}

/** A link that stands among buttons: it leads somewhere, it does nothing. */
export function ButtonLink({ look = 'secondary', ...props }: LinkProps & { readonly look?: Look }) {
  return <Link {...props} className={`button button-${look}`} />;
}
