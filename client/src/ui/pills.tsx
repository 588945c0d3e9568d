import type { ReactNode } from 'react';

interface PillProps {
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  /** The language of what stands on it, where that is not the page's. */
  readonly lang?: string;
  readonly children: ReactNode;
}

/** One way to look at a page, pressed while it is in use. */
export function Pill({ isChosen, onChoose, lang, children }: PillProps) {
  return (
    <button type="button" className="pill" lang={lang} aria-pressed={isChosen} onClick={onChoose}>
      {children}
    </button>
  );
}

interface PillsProps<Id> {
  /** What is chosen among, for who cannot see it. */
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string; readonly lang?: string }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  readonly className?: string;
}

/** A few ways to look at a page, one of them in use. */
export function Pills<Id>({ label, options, chosen, onChoose, className = '' }: PillsProps<Id>) {
  return (
    <fieldset className={`pills ${className}`.trim()}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <Pill
          key={String(option.id)}
          lang={option.lang}
          isChosen={option.id === chosen}
          onChoose={() => onChoose(option.id)}
        >
          {option.label}
        </Pill>
      ))}
    </fieldset>
  );
}
