import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Link, type LinkProps } from 'react-router';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly look?: Look;
  readonly children: ReactNode;
}

/** While `isPending` is set, a button says so to assistive technology and takes no second press. */
export function Button({ look = 'secondary', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`button button-${look}`} />;
}

/** A link that stands among buttons: it leads somewhere, it does nothing. */
export function ButtonLink({ look = 'secondary', ...props }: LinkProps & { readonly look?: Look }) {
  return <Link {...props} className={`button button-${look}`} />;
}
