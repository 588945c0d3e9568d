import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Me } from '../../../../src/identity/identity.contract.js';

export type Account = NonNullable<Me['account']>;

/** Puts the changed account where it is shown; who one is has not changed. */
export function useShowMe(): (me: Me) => void {
  const client = useQueryClient();
  return useCallback((me) => client.setQueryData(['me'], me), [client]);
}
