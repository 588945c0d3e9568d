import { useMutation, useQueryClient } from '@tanstack/react-query';
import { codeOf } from './api-error.js';

/**
 * A write, and the kinds of objects that it changes: whatever shows those is asked for anew at once, before the
 * hint arrives. The same when the server says that somebody else was first, so that the form shows what is.
 */
export function useWrite<Input = void, Answer = unknown>(
  write: (input: Input) => Promise<Answer>,
  kinds: readonly string[],
  done?: (answer: Answer, input: Input) => void,
) {
  const client = useQueryClient();
  const refresh = () =>
    void client.invalidateQueries({ predicate: ({ queryKey }) => kinds.includes(queryKey[0] as string) });
  return useMutation({
    mutationFn: write,
    onSuccess: (answer, input) => {
      refresh();
      done?.(answer, input);
    },
    onError: (error) => {
      if (/\.(changed|state|missing)$/.test(codeOf(error))) refresh();
    },
  });
}
