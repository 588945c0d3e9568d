import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type {
  AmendmentView,
  UpdateAmendment,
} from '../../../../../src/proposals/amendments/amendments.contract.js';
import { patch } from '../../../lib/api.js';
import type { Kept } from '../../../lib/autosave.js';
import { keepDraft, keptDraft } from '../../../lib/drafts.js';
import { useAutosave } from '../../../lib/use-autosave.js';
import { type BeingWritten, fetchBeingWritten, suggestedIn } from './being-written.js';
import { useShowAmendment } from './queries.js';
import { isEnough, isSameSuggestion, type Suggested, wireOf } from './suggested.js';

/**
 * An amendment while its author writes: saved by itself, never lost. What has to be settled first is saved only when
 * its author says so, since saving settles it.
 */
export function useSuggesting(written: BeingWritten, onReplaced: (value: Suggested) => void) {
  const { id } = written.amendment;
  const name = `amendment.${id}`;
  const client = useQueryClient();
  const show = useShowAmendment();
  const now = useRef<Suggested>(null) as RefObject<Suggested>;
  /** As the server has it. */
  const last = useRef<AmendmentView>(written.amendment);
  const told = useRef({ onReplaced, show, written });
  told.current = { onReplaced, show, written };
  const [, shownAgain] = useState(0);
  const [replaced, setReplaced] = useState(false);
  const [aside, setAsideState] = useState(() => keptDraft<Suggested>(`${name}.aside`) as Suggested | null);
  const put = useCallback((value: Suggested) => {
    now.current = value;
    shownAgain((count) => count + 1);
  }, []);

  const [autosave, standing] = useAutosave<Suggested, BeingWritten>(() => [
    {
      current: written,
      bySelf: written.amendment.conflicts.length === 0,
      valueOf: suggestedIn,
      same: isSameSuggestion,
      ready: isEnough,
      send: async (value, version) => {
        const asked: UpdateAmendment = { ...wireOf(value), version };
        const amendment = await patch<AmendmentView>(`/amendments/${id}`, asked);
        // The text moves with all amendments that are open: what is of this version stands on the same one.
        return { ...told.current.written, amendment, version: amendment.version };
      },
      fetch: async () => {
        const answer = await fetchBeingWritten(id);
        client.setQueryData(['amendment', id, 'writing'], answer);
        return answer;
      },
      saved: ({ amendment }) => {
        last.current = amendment;
        told.current.show(amendment);
        setReplaced(false);
      },
      replaced: (value, { amendment }) => {
        last.current = amendment;
        put(value);
        told.current.onReplaced(value);
        setReplaced(true);
      },
      keep: (kept) => keepDraft(name, kept),
    },
    keptSuggestion(name),
  ]);
  now.current ??= autosave.shown;
  useEffect(() => autosave.heard(written), [autosave, written]);

  const change = useCallback(
    (part: Partial<Suggested>) => {
      put({ ...now.current, ...part });
      autosave.change(now.current);
    },
    [autosave, put],
  );
  const setAside = (value: Suggested | null) => {
    keepDraft(`${name}.aside`, value);
    setAsideState(value);
  };
  return { value: now.current, change, autosave, standing, replaced, last, aside, setAside };
}

function keptSuggestion(name: string): Kept<Suggested> | null {
  const kept = keptDraft<Kept<Suggested>>(name);
  return kept?.value && kept.base ? { value: kept.value, base: kept.base } : null;
}
