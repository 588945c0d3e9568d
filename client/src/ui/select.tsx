import type { ReactNode } from 'react';
import { useId } from 'react';

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly hint?: ReactNode;
  readonly problem?: string | null;
  readonly isDisabled?: boolean;
}

/**
 * One of many. The system's own list: on a phone nothing is better to reach, and it costs no script.
 * A `label` of an option is plain text, since that is all such a list can show.
 */
export function Select<T extends string>(props: SelectProps<T>) {
  const id = useId();
  const described = [props.hint && `${id}-hint`, props.problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {props.label}
      </label>
      <select
        id={id}
        className="input input-select"
        value={props.value}
        disabled={props.isDisabled}
        aria-invalid={Boolean(props.problem) || undefined}
        aria-describedby={described || undefined}
        onChange={(event) => props.onChange(event.target.value as T)}
      >
        {props.options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
      {props.hint && (
        <span id={`${id}-hint`} className="hint">
          {props.hint}
        </span>
      )}
      {props.problem && (
        <span id={`${id}-problem`} className="problem">
          {props.problem}
        </span>
      )}
    </div>
  );
}
