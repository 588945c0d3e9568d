import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { ProposalView } from '../../../../../src/proposals/proposals.contract.js';
import { get } from '../../../lib/api.js';
import type { Autosave, Kept, SaveStanding } from '../../../lib/autosave.js';
import { keepDraft, keptDraft } from '../../../lib/drafts.js';
import { useAutosave } from '../../../lib/use-autosave.js';
import { useShowProposal } from '../queries.js';
import { isEnough, isSame, NOTHING, type Written, writtenIn } from './written.js';

export interface WritingOf {
  readonly value: Written;
  /** The same, also where it was changed since the page was drawn. */
  readonly latest: () => Written;
  readonly change: (part: Partial<Written>) => void;
  readonly autosave: Autosave<Written, ProposalView>;
  readonly standing: SaveStanding<ProposalView>;
  /** Somebody else's words came in while nothing here was unsaved. */
  readonly replaced: boolean;
  /** What was typed here and gave way to another's text. */
  readonly aside: Written | null;
  readonly setAside: (value: Written | null) => void;
}

interface How {
  /** Where this browser keeps what is not saved: another name once the proposal has begun. */
  readonly name: () => string;
  readonly lang: string;
  readonly bySelf: boolean;
  readonly send: (value: Written, version: number) => Promise<ProposalView>;
  /** The page shows these words instead of those that it had. */
  readonly onReplaced: (value: Written) => void;
  readonly onSaved?: (answer: ProposalView, sent: Written) => void;
}

/**
 * The text of a proposal in one language while it is written: saved by itself, never lost. Of one that is new, the
 * first that is sent begins it.
 */
export function useWriting(proposal: ProposalView | null, how: How): WritingOf {
  const client = useQueryClient();
  const show = useShowProposal();
  const [replaced, setReplaced] = useState(false);
  const [aside, setAsideState] = useState(() => keptDraft<Written>(`${how.name()}.aside`) as Written | null);
  const latest = useLatest({ ...how, show });
  const id = useRef(proposal?.id);
  const now = useRef<Written>(null) as RefObject<Written>;
  const [, shownAgain] = useState(0);
  const put = useCallback((value: Written) => {
    now.current = value;
    shownAgain((count) => count + 1);
  }, []);

  const [autosave, standing] = useAutosave<Written, ProposalView>(() => [
    {
      current: proposal,
      bySelf: how.bySelf,
      valueOf: (answer) => (answer ? writtenIn(answer, latest.current.lang) : NOTHING),
      same: isSame,
      ready: isEnough,
      send: async (value, version) => {
        const answer = await latest.current.send(value, version);
        id.current = answer.id;
        return answer;
      },
      fetch: async () => {
        const answer = await get<ProposalView>(`/proposals/${id.current}`);
        client.setQueryData(['proposal', answer.id], answer);
        return answer;
      },
      saved: (answer, sent) => {
        latest.current.onSaved?.(answer, sent);
        latest.current.show(answer);
        setReplaced(false);
      },
      replaced: (value) => {
        put(value);
        latest.current.onReplaced(value);
        setReplaced(true);
      },
      keep: (kept) => keepDraft(latest.current.name(), kept),
    },
    keptWriting(how.name()),
  ]);
  now.current ??= autosave.shown;
  useEffect(() => {
    if (proposal) autosave.heard(proposal);
  }, [autosave, proposal]);

  const change = useCallback(
    (part: Partial<Written>) => {
      put({ ...now.current, ...part });
      autosave.change(now.current);
    },
    [autosave, put],
  );
  const setAside = useCallback(
    (value: Written | null) => {
      keepDraft(`${latest.current.name()}.aside`, value);
      setAsideState(value);
    },
    [latest],
  );
  return {
    value: now.current,
    latest: () => now.current,
    change,
    autosave,
    standing,
    replaced,
    aside,
    setAside,
  };
}

function keptWriting(name: string): Kept<Written> | null {
  const kept = keptDraft<Kept<Written>>(name);
  return kept?.value && kept.base ? { value: kept.value, base: kept.base } : null;
}

function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}
