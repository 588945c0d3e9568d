import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseView } from '../../../../../src/appeal/appeal.contract.js';
import {
  type AddComment,
  COMMENT_LIMITS,
  type CommentThreadView,
} from '../../../../../src/appeal/comments/comments.contract.js';
import { useLang } from '../../../i18n/i18n.js';
import { AUTONYM, LANGS, type Lang } from '../../../i18n/locale.js';
import { post } from '../../../lib/api.js';
import { useDraft } from '../../../lib/drafts.js';
import { TextField } from '../../../ui/field.js';
import { DraftNote, Form, useFieldProblems } from '../../../ui/form.js';
import { Select } from '../../../ui/select.js';
import { useToast } from '../../../ui/toast.js';
import { htmlOf, type Mentioning } from '../../discussion/mentions/mention-area.js';
import type { Picked } from '../../discussion/mentions/picking.js';
import { useCommentWrite } from './queries.js';
import { SaidFields } from './said-fields.js';
import type { SelectedWords } from './selected-words.js';

interface CommentFormProps {
  readonly appealId: string;
  readonly clause: Pick<ClauseView, 'id' | 'lang' | 'texts'>;
  /** The words that were selected before; they can be changed or typed as well. */
  readonly words: SelectedWords | null;
  readonly onSaid: () => void;
}

/** Where a comment on a clause is written. What was typed stays on this device until the server has it. */
export function CommentForm({ appealId, clause, words, onSaid }: CommentFormProps) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const toast = useToast();
  const known = LANGS.filter((each) => clause.texts[each]);
  const shown = words?.lang ?? (known.includes(lang) ? lang : known[0]) ?? lang;
  const initial = useMemo(
    () => ({ body: '', picked: [] as readonly Picked[], lang, textLang: shown, exact: words?.exact ?? '' }),
    [lang, shown, words],
  );
  const draft = useDraft<typeof initial>(`comment.${clause.id}.${words?.exact ?? ''}`, initial);
  const { value, change } = draft;
  const add = useCommentWrite(
    async ({ said, ...wanted }: Omit<AddComment, 'body'> & { readonly said: Mentioning }) =>
      post<CommentThreadView>(`/appeals/${appealId}/comments`, {
        ...wanted,
        body: await htmlOf(said),
      } satisfies AddComment),
    () => {
      draft.forget();
      toast(t('comments.sent'));
      onSaid();
    },
  );
  const problem = useFieldProblems(add.error);
  const send = () => {
    const exact = value.exact.trim();
    // The context belongs to the words that were selected, not to others that were typed.
    const beside = words && exact === words.exact.trim() ? contextOf(words) : {};
    add.mutate({
      clauseId: clause.id,
      textLang: value.textLang,
      ...(exact && { passage: { exact, ...beside } }),
      said: value,
      lang: value.lang,
    });
  };
  return (
    <Form
      submit={t('comments.send')}
      isPending={add.isPending}
      error={add.error}
      isDisabled={!value.body.trim()}
      onSubmit={send}
    >
      {draft.restored && <DraftNote restored discard={draft.forget} />}
      <TextField
        label={t('comments.words')}
        hint={t('comments.words-hint')}
        isRequired={false}
        lang={value.textLang}
        value={value.exact}
        maxLength={COMMENT_LIMITS.exact}
        onChange={(exact) => change({ exact })}
        problem={problem('passage.exact')}
      />
      {known.length > 1 && !words && (
        <Select<Lang>
          label={t('comments.text')}
          value={value.textLang}
          onChange={(textLang) => change({ textLang })}
          options={known.map((id) => ({ id, label: AUTONYM[id] }))}
        />
      )}
      <SaidFields
        label={t('comments.body')}
        value={value}
        change={change}
        problem={problem('body')}
        autoFocus={words !== null}
      />
    </Form>
  );
}

/** Of what stood around the selection, spaces at its ends included, which the words themselves do without. */
function contextOf({ exact, prefix, suffix }: SelectedWords): {
  readonly prefix: string;
  readonly suffix: string;
} {
  const [lead, rest] = [exact.length - exact.trimStart().length, exact.trimEnd().length];
  return {
    prefix: (prefix + exact.slice(0, lead)).slice(-COMMENT_LIMITS.context),
    suffix: (exact.slice(rest) + suffix).slice(0, COMMENT_LIMITS.context),
  };
}
