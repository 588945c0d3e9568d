import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SignaturesView } from '../../../../../src/appeal/signatures/signatures.contract.js';
import { get } from '../../../lib/api.js';
import { codeOf } from '../../../lib/api-error.js';

const signaturesKey = (appealId: string) => ['appeal', appealId, 'signatures'];

/** Which cities have signed the text as it stands, and which have not yet. */
export function useSignatures(appealId: string) {
  return useQuery({
    queryKey: signaturesKey(appealId),
    queryFn: ({ signal }) => get<SignaturesView>(`/appeals/${appealId}/signatures`, undefined, signal),
  });
}

/** A write that is answered with the signatures as they then stand. */
export function useSignatureWrite<Input = void>(
  appealId: string,
  write: (input: Input) => Promise<SignaturesView>,
  done: () => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: (view) => {
      client.setQueryData(signaturesKey(appealId), view);
      done();
    },
    onError: (error) => {
      if (/\.(state|missing|not-adopted)$/.test(codeOf(error)))
        void client.invalidateQueries({ queryKey: ['appeal', appealId] });
    },
  });
}
