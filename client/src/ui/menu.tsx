import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  /** Leads to a page; else `onAction` is called. */
  readonly href?: string;
  readonly onAction?: () => void;
}

/** A button that opens a list of actions. `label` names it where `children` is a picture. */
export function Menu(props: {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
  readonly entries: readonly MenuEntry[];
}) {
  return (
    <MenuTrigger>
      <AriaButton className={props.className ?? 'button button-quiet'} aria-label={props.label}>
        {props.children}
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <AriaMenu className="menu" aria-label={props.label}>
          {props.entries.map((entry) => (
            <MenuItem key={entry.id} className="menu-item" href={entry.href} onAction={entry.onAction}>
              {entry.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
