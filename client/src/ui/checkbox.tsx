import { type ReactNode, useEffect, useRef } from 'react';

/** One thing that is so or not; `isIndeterminate` of many things, some of which are so. */
export function Checkbox(props: {
  readonly isSelected: boolean;
  readonly isIndeterminate?: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}) {
  const { isIndeterminate = false } = props;
  const input = useRef<HTMLInputElement>(null);
  // There is no attribute for it.
  useEffect(() => {
    if (input.current) input.current.indeterminate = isIndeterminate;
  }, [isIndeterminate]);
  return (
    <label className="choice">
      <input
        ref={input}
        type="checkbox"
        className="visually-hidden"
        checked={props.isSelected}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <span className="choice-mark choice-box" aria-hidden="true" />
      <span>{props.children}</span>
    </label>
  );
}
