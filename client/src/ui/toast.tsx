import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Note {
  readonly id: number;
  readonly text: string;
}

const ToastContext = createContext<(text: string) => void>(() => undefined);

/** Says in passing that something was done. Read aloud; never the only place where something can be learnt. */
export function useToast(): (text: string) => void {
  return use(ToastContext);
}

const SHOWN_MS = 6_000;

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const count = useRef(0);
  const remove = useCallback((id: number) => setNotes((all) => all.filter((note) => note.id !== id)), []);
  const say = useCallback(
    (text: string) => {
      const id = ++count.current;
      setNotes((all) => [...all.slice(-2), { id, text }]);
      setTimeout(() => remove(id), SHOWN_MS);
    },
    [remove],
  );
  return (
    <ToastContext value={useMemo(() => say, [say])}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {notes.map((note) => (
          <div key={note.id} className="toast">
            {note.text}
            <button
              type="button"
              className="toast-close"
              aria-label={t('do.close')}
              onClick={() => remove(note.id)}
            >
              ×
            </button>
          </div>
        ))}
      </div>
    </ToastContext>
  );
}
