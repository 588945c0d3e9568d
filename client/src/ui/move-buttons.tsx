import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { Icon } from './icon.js';

/**
 * Moves one row of an ordered list by a place. At an end one of the two can do nothing more: the focus then
 * goes to the other, so that a keyboard never loses its place. `name` says which row is meant.
 */
export function MoveButtons(props: {
  readonly name: string;
  readonly canMoveUp: boolean;
  readonly canMoveDown: boolean;
  readonly onMove: (by: -1 | 1) => void;
}) {
  const { t } = useTranslation();
  const row = useRef<HTMLSpanElement>(null);
  const pressed = useRef(false);
  const move = (by: -1 | 1) => {
    pressed.current = true;
    props.onMove(by);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: an end was reached or left, which is what this waits for
  useEffect(() => {
    if (pressed.current && !row.current?.contains(document.activeElement))
      row.current?.querySelector<HTMLButtonElement>('button:not([disabled])')?.focus();
    pressed.current = false;
  }, [props.canMoveUp, props.canMoveDown]);
  return (
    <span ref={row} className="move-buttons">
      <Button
        look="quiet"
        aria-label={t('do.move-up', { name: props.name })}
        isDisabled={!props.canMoveUp}
        onPress={() => move(-1)}
      >
        <Icon name="up" />
      </Button>
      <Button
        look="quiet"
        aria-label={t('do.move-down', { name: props.name })}
        isDisabled={!props.canMoveDown}
        onPress={() => move(1)}
      >
        <Icon name="down" />
      </Button>
    </span>
  );
}
