import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CreateApiToken,
  type NewApiToken,
  SCOPES,
  type Scope,
} from '../../../../src/identity/identity.contract.js';
import { post } from '../../lib/api.js';
import { Checkbox } from '../../ui/checkbox.js';
import { TextField } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { Select } from '../../ui/select.js';

const DAYS = ['7', '30', '90', '365'] as const;

/** Making a token: what for, what it may do, how long. */
export function TokenForm({ onMade }: { readonly onMade: (token: NewApiToken) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['read']);
  const [days, setDays] = useState<(typeof DAYS)[number]>('90');
  const make = useMutation({
    mutationFn: (request: CreateApiToken) => post<NewApiToken>('/me/api-tokens', request),
    onSuccess: (token) => {
      onMade(token);
      void client.invalidateQueries({ queryKey: ['api-token'] });
    },
  });
  const problem = useFieldProblems(make.error);
  return (
    <Form
      submit={t('account.token-new')}
      isPending={make.isPending}
      error={make.error}
      isDisabled={!name.trim() || scopes.length === 0}
      onSubmit={() => make.mutate({ name: name.trim(), scopes, days: Number(days) })}
    >
      <TextField
        label={t('account.token-name')}
        value={name}
        onChange={setName}
        problem={problem('name')}
        maxLength={80}
      />
      <fieldset className="choice-set">
        <legend className="label">{t('account.token-scopes')}</legend>
        {SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            isSelected={scopes.includes(scope)}
            onChange={(on) =>
              setScopes((before) => SCOPES.filter((each) => (each === scope ? on : before.includes(each))))
            }
          >
            {t(`scope.${scope}`)}
          </Checkbox>
        ))}
      </fieldset>
      <Select<(typeof DAYS)[number]>
        label={t('account.token-validity')}
        value={days}
        onChange={setDays}
        options={DAYS.map((id) => ({ id, label: t('account.token-days', { count: Number(id) }) }))}
      />
    </Form>
  );
}
