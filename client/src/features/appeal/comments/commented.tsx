import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../ui/feedback.js';

/** What is said about the clause, shut until somebody asks for it; opened with the words that were selected. */
export function Commented(props: {
  readonly count: number;
  readonly name: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const { count, name, isOpen } = props;
  const [open, setOpen] = useState(isOpen);
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen !== wasOpen) {
    setWasOpen(isOpen);
    if (isOpen) setOpen(true);
  }
  const label = count > 0 ? t('clauses.comments', { count }) : t('clauses.comment');
  return (
    <div className="clause-talk">
      <button
        type="button"
        className="button button-quiet"
        aria-expanded={open}
        aria-label={`${label}: ${name}`}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && <Suspense fallback={<Loading lines={2} />}>{props.children}</Suspense>}
    </div>
  );
}
