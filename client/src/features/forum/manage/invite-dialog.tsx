import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CreateInvitations,
  type ForumView,
  type InvitationView,
  PARTICIPANT_ROLES,
  type ParticipantRole,
} from '../../../../../src/forum/forum.contract.js';
import { useLang } from '../../../i18n/i18n.js';
import { AUTONYM, LANGS, type Lang } from '../../../i18n/locale.js';
import { post } from '../../../lib/api.js';
import { useWrite } from '../../../lib/use-write.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { RadioGroup } from '../../../ui/choice.js';
import { Dialog } from '../../../ui/dialog.js';
import { TextArea, TextField } from '../../../ui/field.js';
import { Form, useFieldProblems } from '../../../ui/form.js';
import { Select } from '../../../ui/select.js';
import { useToast } from '../../../ui/toast.js';
import { DelegationSelect } from './delegation-select.js';
import { COUNT_MAX, inviteesOf, WAYS, type Ways } from './invitees.js';

/** Makes invitations: one for a named person, some without names to hand out, or one for each line of a list. */
export function InviteDialog({
  forum,
  onClose,
}: {
  readonly forum: ForumView;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const toast = useToast();
  const [role, setRole] = useState<ParticipantRole>('delegate');
  const [delegationId, setDelegationId] = useState('');
  const [head, setHead] = useState(false);
  const [locale, setLocale] = useState<Lang>(lang);
  const [way, setWay] = useState<(typeof WAYS)[number]>('one');
  const [given, setGiven] = useState<Ways>({ name: '', email: '', count: '10', list: '' });
  const give = (part: Partial<Ways>) => setGiven((before) => ({ ...before, ...part }));
  const invitees = inviteesOf(way, given);
  const invite = useWrite(
    (body: CreateInvitations) => post<{ items: InvitationView[] }>(`/forums/${forum.slug}/invitations`, body),
    ['invitation', 'mail'],
    ({ items }) => {
      toast(t('invitations.made', { count: items.length }));
      onClose();
    },
  );
  const problem = useFieldProblems(invite.error);
  const isHead = head && role === 'delegate' && way === 'one';
  const submit = () =>
    invite.mutate({
      invitations: invitees.map((person) => ({
        ...person,
        role,
        locale,
        ...(role === 'delegate' && delegationId && { delegationId }),
        ...(isHead && { head: true }),
      })),
    });
  return (
    <Dialog title={t('invitations.make')} isOpen onClose={onClose}>
      <Form
        submit={t('invitations.submit', { count: invitees.length })}
        isPending={invite.isPending}
        isDisabled={invitees.length === 0 || (role === 'delegate' && !delegationId)}
        error={invite.error}
        onSubmit={submit}
      >
        <div className="fields-row">
          <Select
            label={t('people.role')}
            value={role}
            onChange={setRole}
            options={PARTICIPANT_ROLES.map((id) => ({ id, label: t(`role.${id}`) }))}
          />
          {role === 'delegate' && (
            <DelegationSelect
              slug={forum.slug}
              value={delegationId}
              onChange={setDelegationId}
              problem={problem('invitations.0.delegationId')}
            />
          )}
        </div>
        <RadioGroup
          label={t('invitations.for-whom')}
          value={way}
          onChange={setWay}
          options={WAYS.map((id) => ({
            id,
            label: t(`invitations.way.${id}`),
            hint: t(`invitations.way-hint.${id}`),
          }))}
        />
        {way === 'one' && (
          <>
            <TextField
              label={t('people.name')}
              value={given.name}
              onChange={(name) => give({ name })}
              problem={problem('invitations.0.name')}
              isRequired={false}
            />
            <TextField
              label={t('people.email')}
              hint={t('invitations.email-hint')}
              type="email"
              lang="en"
              value={given.email}
              onChange={(email) => give({ email })}
              problem={problem('invitations.0.email')}
              isRequired={false}
            />
          </>
        )}
        {way === 'codes' && (
          <TextField
            label={t('invitations.count')}
            hint={t('invitations.count-hint', { max: COUNT_MAX })}
            inputMode="numeric"
            value={given.count}
            onChange={(count) => give({ count })}
          />
        )}
        {way === 'list' && (
          <TextArea
            label={t('invitations.list')}
            hint={t('invitations.list-hint', { max: COUNT_MAX })}
            value={given.list}
            onChange={(list) => give({ list })}
            problem={invite.error && given.list ? firstLine(problem, invitees.length) : null}
          />
        )}
        {way === 'one' && role === 'delegate' && (
          <Checkbox isSelected={head} onChange={setHead}>
            {t('invitations.as-head')}
          </Checkbox>
        )}
        {way !== 'codes' && (
          <Select
            label={t('invitations.mail-language')}
            value={locale}
            onChange={setLocale}
            options={LANGS.map((id) => ({ id, label: AUTONYM[id] }))}
          />
        )}
      </Form>
    </Dialog>
  );
}

/** The first thing that was said against any line of the list. */
function firstLine(problem: (field: string) => string | null, lines: number): string | null {
  for (let at = 0; at < lines; at++) {
    const found = problem(`invitations.${at}.email`) ?? problem(`invitations.${at}.name`);
    if (found) return `${at + 1}: ${found}`;
  }
  return null;
}
