import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AmendableClause,
  ClauseAmendmentView,
} from '../../../../../src/appeal/amendments/clause-amendments.contract.js';
import { AMENDMENT_LIMITS } from '../../../../../src/proposals/amendments/amendments.contract.js';
import { useLang } from '../../../i18n/i18n.js';
import { AUTONYM, LANGS } from '../../../i18n/locale.js';
import { patch, post } from '../../../lib/api.js';
import { useDraft } from '../../../lib/drafts.js';
import { Button } from '../../../ui/button.js';
import { TextArea } from '../../../ui/field.js';
import { DraftNote, Form, useFieldProblems } from '../../../ui/form.js';
import { Section } from '../../../ui/page.js';
import { Select } from '../../../ui/select.js';
import { useToast } from '../../../ui/toast.js';
import type { NamedClause } from '../adoption/clause-names.js';
import { ChangesFields } from './changes-fields.js';
import { useRefreshed } from './queries.js';
import { type AmendmentForm, changeOn, formOf, forWire, isComplete } from './written.js';

/** Suggests changes to clauses, or writes on a draft, or settles what no longer fits. Kept on the device until it is sent. */
export default function ProposeForm(props: {
  readonly appealId: string;
  /** Null to begin one. */
  readonly amendment: ClauseAmendmentView | null;
  readonly clauses: readonly AmendableClause[];
  readonly names: readonly NamedClause[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const { appealId, amendment, clauses, names, onClose } = props;
  const toast = useToast();
  const refresh = useRefreshed();
  const [initial] = useState<AmendmentForm>(() =>
    amendment
      ? formOf(amendment, clauses)
      : { reason: '', lang, changes: [changeOn(clauses, 'replace', firstOf(clauses, names))] },
  );
  const draft = useDraft<AmendmentForm>(`clause-amendment.${amendment?.id ?? appealId}`, initial);
  const { value, change } = draft;
  const submits = amendment === null || amendment.state === 'draft';
  /** Saved before, but not submitted: pressed again, it is not made twice. */
  const made = useRef(amendment);
  const save = useMutation({
    mutationFn: async (submit: boolean) => {
      const written = forWire(value);
      const { current: known } = made;
      const saved = known
        ? await patch<ClauseAmendmentView>(`/clause-amendments/${known.id}`, {
            ...written,
            version: known.version,
          })
        : await post<ClauseAmendmentView>(`/appeals/${appealId}/amendments`, written);
      made.current = saved;
      if (!submit) return saved;
      const { version } = saved;
      return post<ClauseAmendmentView>(`/clause-amendments/${saved.id}/submit`, { version });
    },
    onSuccess: (_, submit) => {
      draft.forget();
      refresh();
      toast(t(submit ? 'amending.done-submit' : submits ? 'amending.saved' : 'amending.settled'));
      onClose();
    },
    onError: refresh,
  });
  const problem = useFieldProblems(save.error);
  const inserts = value.changes.some(({ kind }) => kind === 'insert');
  const ready = isComplete(value, clauses);
  return (
    <Section title={amendment ? t('amending.name', { number: amendment.number }) : t('amending.suggest')}>
      <p className="muted">{t('reviewing.about')}</p>
      <Form
        submit={t(submits ? 'amending.submit' : 'do.save')}
        isPending={save.isPending}
        error={save.error}
        isDisabled={!ready}
        onSubmit={() => save.mutate(submits)}
        actions={
          <>
            {submits && (
              <Button isDisabled={!ready || save.isPending} onPress={() => save.mutate(false)}>
                {t('amending.save-draft')}
              </Button>
            )}
            <Button look="quiet" onPress={onClose}>
              {t('do.cancel')}
            </Button>
          </>
        }
      >
        <DraftNote restored={draft.restored} discard={draft.forget} />
        {inserts && (
          <Select
            label={t('reviewing.lang')}
            value={value.lang}
            onChange={(next) => change({ lang: next })}
            options={LANGS.map((id) => ({ id, label: AUTONYM[id] }))}
          />
        )}
        <ChangesFields
          clauses={clauses}
          names={names}
          lang={value.lang}
          changes={value.changes}
          onChange={(changes) => change({ changes })}
        />
        <TextArea
          label={t('amending.reason')}
          hint={t('amending.reason-hint')}
          rows={3}
          maxLength={AMENDMENT_LIMITS.reason}
          value={value.reason}
          onChange={(reason) => change({ reason })}
          problem={problem('reason')}
        />
      </Form>
    </Section>
  );
}

/** The first clause that says something. */
const firstOf = (clauses: readonly AmendableClause[], names: readonly NamedClause[]): string =>
  names.find(({ counts }) => counts)?.id ?? clauses[0]?.id ?? '';
