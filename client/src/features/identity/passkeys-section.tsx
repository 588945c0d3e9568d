import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AddPasskey,
  PasskeyCreation,
  PasskeyView,
} from '../../../../src/identity/passkeys/passkeys.contract.js';
import { isolated } from '../../../../src/kernel/localized.js';
import { get, post } from '../../lib/api.js';
import { knowsPasskeys, makePasskey } from '../../lib/passkeys.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Loaded } from '../../ui/feedback.js';
import { TextField } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { Section } from '../../ui/page.js';
import { useTimeText } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import { Removal } from './removal.js';

const KEY = ['passkey'];

/** The keys that one's own devices keep: in without a code, and what signs the appeal. */
export function PasskeysSection() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const passkeys = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) =>
      (await get<{ items: PasskeyView[] }>('/me/passkeys', undefined, signal)).items,
  });
  return (
    <Section
      title={t('account.passkeys')}
      link={
        knowsPasskeys() && (
          <Button look="quiet" onPress={() => setAdding(true)}>
            {t('account.passkey-add')}
          </Button>
        )
      }
    >
      <p className="muted">{t(knowsPasskeys() ? 'account.passkeys-hint' : 'account.passkeys-unknown')}</p>
      <Loaded query={passkeys} lines={1}>
        {(items) =>
          items.length > 0 ? (
            <ul className="rows device-list">
              {items.map((passkey) => (
                <PasskeyRow key={passkey.id} passkey={passkey} />
              ))}
            </ul>
          ) : (
            <p>{t('account.passkeys-empty')}</p>
          )
        }
      </Loaded>
      <Dialog title={t('account.passkey-add')} isOpen={adding} onClose={() => setAdding(false)}>
        <AddForm onAdded={() => setAdding(false)} />
      </Dialog>
    </Section>
  );
}

function AddForm({ onAdded }: { readonly onAdded: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toast = useToast();
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: async () => {
      const made = await makePasskey(await post<PasskeyCreation>('/me/passkeys/begin'));
      return post<PasskeyView>('/me/passkeys', { name: name.trim(), made } satisfies AddPasskey);
    },
    onSuccess: async () => {
      toast(t('account.passkey-added'));
      onAdded();
      await client.invalidateQueries({ queryKey: KEY });
    },
  });
  const problem = useFieldProblems(add.error);
  return (
    <Form
      submit={t('account.passkey-make')}
      isPending={add.isPending}
      error={add.error}
      isDisabled={!name.trim()}
      onSubmit={() => add.mutate()}
    >
      <p>{t('account.passkey-text')}</p>
      <TextField
        label={t('account.passkey-name')}
        value={name}
        onChange={setName}
        problem={problem('name')}
        maxLength={80}
      />
    </Form>
  );
}

function PasskeyRow({ passkey }: { readonly passkey: PasskeyView }) {
  const { t } = useTranslation();
  const timeText = useTimeText();
  const [asked, setAsked] = useState(false);
  return (
    <li className="card">
      <div className="split">
        <div className="stack stack-tight">
          <p>
            <strong>
              <bdi>{passkey.name}</bdi>
            </strong>
          </p>
          <p className="meta">
            <span>{t('account.passkey-since', { date: timeText(passkey.createdAt, 'date') })}</span>
            <span>
              {passkey.usedAt
                ? t('account.passkey-used', { when: timeText(passkey.usedAt, 'ago') })
                : t('account.passkey-unused')}
            </span>
          </p>
        </div>
        <Button
          look="danger"
          aria-label={`${t('account.passkey-remove')}: ${isolated(passkey.name)}`}
          onPress={() => setAsked(true)}
        >
          {t('account.passkey-remove')}
        </Button>
      </div>
      <Removal
        path={`/me/passkeys/${passkey.id}`}
        list={KEY}
        texts={{
          title: t('account.passkey-remove-title'),
          text: t('account.passkey-remove-text', { name: isolated(passkey.name) }),
          button: t('account.passkey-remove'),
          done: t('account.passkey-removed'),
        }}
        isOpen={asked}
        onClose={() => setAsked(false)}
      />
    </li>
  );
}
