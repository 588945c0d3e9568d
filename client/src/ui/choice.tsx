import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import {
  Radio as AriaRadio,
  RadioGroup as AriaRadioGroup,
  type RadioGroupProps,
} from 'react-aria-components/RadioGroup';
import { AriaLocale } from './aria-locale.js';

export interface Option<T extends string = string> {
  readonly id: T;
  readonly label: ReactNode;
  readonly hint?: string;
}

interface RadiosProps<T extends string> extends Omit<RadioGroupProps, 'children' | 'onChange' | 'value'> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly problem?: string | null;
}

/** One of a few, all in sight. */
export function RadioGroup<T extends string>({
  label,
  options,
  problem,
  onChange,
  ...props
}: RadiosProps<T>) {
  return (
    <AriaLocale>
      <AriaRadioGroup
        {...props}
        className="field"
        isInvalid={Boolean(problem)}
        validationBehavior="aria"
        onChange={(value) => onChange(value as T)}
      >
        <Label className="label">{label}</Label>
        {options.map((option) => (
          <AriaRadio key={option.id} value={option.id} className="choice">
            <span className="choice-mark choice-dot" aria-hidden="true" />
            <span>
              {option.label}
              {option.hint && <span className="hint choice-hint">{option.hint}</span>}
            </span>
          </AriaRadio>
        ))}
        <FieldError className="problem">{problem}</FieldError>
      </AriaRadioGroup>
    </AriaLocale>
  );
}
