import { useCallback, useEffect, useRef, useState } from 'react';
import { ATTACHMENT_LIMITS } from '../../../../../src/proposals/attachments/attachments.contract.js';
import type { ProposalView } from '../../../../../src/proposals/proposals.contract.js';
import { ApiError } from '../../../lib/api-error.js';
import { newKey } from '../../../lib/key.js';
import { upload } from '../../../lib/upload.js';

/** A file on its way. Without an error, and not begun, it waits for those before it. */
export interface Sending {
  readonly key: string;
  readonly file: File;
  /** How much has gone, from 0 to 1. */
  readonly share: number;
  readonly error: unknown;
}

const tooLarge = new ApiError('request.too-large', 413);

/**
 * Sends files one after the other. One that was refused stays in the list with its reason until it is sent again or
 * given up; the others go on. Leaving the page gives up what is under way.
 */
export function useUploads(proposalId: string, done: (answer: ProposalView, file: File) => void) {
  const [list, setList] = useState<readonly Sending[]>([]);
  const running = useRef<{ readonly key: string; readonly abort: AbortController } | null>(null);
  const latest = useRef(done);
  latest.current = done;

  const change = useCallback(
    (key: string, to: Partial<Sending>) =>
      setList((all) => all.map((each) => (each.key === key ? { ...each, ...to } : each))),
    [],
  );
  const remove = useCallback((key: string) => {
    if (running.current?.key === key) running.current.abort.abort();
    setList((all) => all.filter((each) => each.key !== key));
  }, []);

  // Looks anew after each change: also once the one that was given up has ended.
  useEffect(() => {
    const next = list.find(({ error }) => !error);
    if (!next || running.current) return;
    const { key, file } = next;
    const abort = new AbortController();
    running.current = { key, abort };
    const options = { signal: abort.signal, onProgress: (share: number) => change(key, { share }) };
    upload<ProposalView>(`/proposals/${proposalId}/attachments`, file, options)
      .then((answer) => {
        latest.current(answer, file);
        running.current = null;
        remove(key);
      })
      .catch((error: unknown) => {
        running.current = null;
        // Also moves on to the next one where this one was given up and is in the list no more.
        change(key, { error });
      });
  }, [list, proposalId, change, remove]);
  useEffect(() => () => running.current?.abort.abort(), []);

  return {
    list,
    add: (files: readonly File[]) =>
      setList((all) => [
        ...all,
        ...files.map((file) => ({
          key: newKey(),
          file,
          share: 0,
          error: file.size > ATTACHMENT_LIMITS.bytes ? tooLarge : null,
        })),
      ]),
    again: (key: string) => change(key, { error: null, share: 0 }),
    remove,
  };
}
