import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type {
  ConfirmSignature,
  PreparedSignature,
  PrepareSignature,
  SignaturesView,
} from '../../../../../src/appeal/signatures/signatures.contract.js';
import { post } from '../../../lib/api.js';
import { ApiError } from '../../../lib/api-error.js';
import { askPasskey } from '../../../lib/passkeys.js';
import { useToast } from '../../../ui/toast.js';
import { useSignatureWrite } from './queries.js';
import type { SignDraft, statementOf } from './sign-draft.js';

type Statement = NonNullable<ReturnType<typeof statementOf>>;

/** The ways to sign: with a key of one's own device in one go, or with a mailed code in two steps. */
export function useSigning(
  appealId: string,
  {
    value,
    change,
    forget,
  }: { value: SignDraft; change: (part: Partial<SignDraft>) => void; forget: () => void },
  done: () => void,
) {
  const { t } = useTranslation();
  const toast = useToast();
  const path = `/appeals/${appealId}/signatures`;
  const { named } = value;
  const prepare = (statement: Statement, by: PrepareSignature['by']) =>
    post<PreparedSignature>(`${path}/prepare`, { ...statement, by } satisfies PrepareSignature);
  const confirm = (sent: ConfirmSignature) => post<SignaturesView>(path, sent);
  const signed = () => {
    forget();
    toast(t('signing.done'));
    done();
  };
  const withPasskey = useSignatureWrite(
    appealId,
    async (statement: Statement) => {
      const { at, request } = await prepare(statement, 'passkey');
      if (!request) throw new ApiError('client.passkey', 400);
      return confirm({ ...statement, at, named, answer: await askPasskey(request) });
    },
    signed,
  );
  const mail = useMutation({
    mutationFn: (statement: Statement) => prepare(statement, 'code'),
    onSuccess: ({ at, mailedTo }) => change({ mailed: { at, to: mailedTo ?? '' }, code: '' }),
  });
  const withCode = useSignatureWrite(
    appealId,
    ({ at, code, ...statement }: Statement & { readonly at: string; readonly code: string }) =>
      confirm({ ...statement, at, named, code }),
    signed,
  );
  return { withPasskey, mail, withCode };
}
