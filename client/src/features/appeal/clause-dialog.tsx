import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AppealView,
  CLAUSE_KINDS,
  type ClauseView,
  type WriteClause,
} from '../../../../src/appeal/appeal.contract.js';
import { isLang } from '../../../../src/kernel/localized.js';
import { useLang } from '../../i18n/i18n.js';
import { AUTONYM, LANGS } from '../../i18n/locale.js';
import { patch, post } from '../../lib/api.js';
import { Checkbox } from '../../ui/checkbox.js';
import { Dialog } from '../../ui/dialog.js';
import { TextArea, TextField } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { usePick } from '../../ui/lang-text.js';
import { Select } from '../../ui/select.js';
import { useEdit } from './queries.js';
import { FORMULA } from './sections.js';
import type { WorkshopPart } from './workshop.js';

interface ClauseDialogProps extends WorkshopPart {
  readonly clause: ClauseView | null;
  readonly onClose: () => void;
}

/** Writes a clause, or changes it: its text in each language, where it stands, and why it may stand without source. */
export function ClauseDialog({ forum, appeal, clause, onClose }: ClauseDialogProps) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const pick = usePick();
  const [kind, setKind] = useState(clause?.kind ?? 'operative');
  const [topicId, setTopicId] = useState(clause?.topicId ?? '');
  const [texts, setTexts] = useState(() => ({ ar: '', fr: '', en: '', ...clause?.texts }));
  const [reason, setReason] = useState(clause ? clause.editorial : null);
  const original = clause && isLang(clause.lang) ? clause.lang : (LANGS.find((id) => texts[id]) ?? lang);
  const save = useEdit(
    appeal.id,
    (body: WriteClause) =>
      clause
        ? patch<AppealView>(`/appeals/${appeal.id}/clauses/${clause.id}`, {
            ...body,
            version: clause.version,
          })
        : post<AppealView>(`/appeals/${appeal.id}/clauses`, body),
    onClose,
  );
  const problem = useFieldProblems(save.error);
  const submit = () =>
    save.mutate({
      kind,
      topicId: kind === 'operative' && topicId ? topicId : null,
      texts,
      lang: original,
      editorial: reason?.trim() || null,
    });
  return (
    <Dialog title={t(clause ? 'clauses.edit' : 'clauses.add')} isOpen onClose={onClose}>
      <Form submit={t('do.save')} isPending={save.isPending} error={save.error} onSubmit={submit}>
        <div className="fields-row">
          <Select
            label={t('clauses.kind')}
            value={kind}
            onChange={setKind}
            options={CLAUSE_KINDS.map((id) => ({ id, label: t(`clause.kind.${id}`) }))}
          />
          {kind === 'operative' && (
            <Select
              label={t('form.topic')}
              value={topicId}
              onChange={setTopicId}
              options={[
                { id: '', label: t('form.no-topic') },
                ...forum.topics.map(({ id, name }) => ({ id, label: pick(name) })),
              ]}
            />
          )}
        </div>
        {LANGS.map((id) => (
          <TextArea
            key={id}
            label={AUTONYM[id]}
            lang={id}
            rows={3}
            value={texts[id]}
            onChange={(text) => setTexts((before) => ({ ...before, [id]: text }))}
            problem={problem(`texts.${id}`) ?? (id === original ? problem('texts') : null)}
          />
        ))}
        <Checkbox isSelected={reason !== null} onChange={(on) => setReason(on ? '' : null)}>
          {t('clauses.is-editorial')}
        </Checkbox>
        {reason === FORMULA && <p className="hint">{t('clauses.formula-hint')}</p>}
        {reason !== null && reason !== FORMULA && (
          <TextField
            label={t('clauses.reason')}
            hint={t('clauses.reason-hint')}
            value={reason}
            onChange={setReason}
            problem={problem('editorial')}
          />
        )}
      </Form>
    </Dialog>
  );
}
