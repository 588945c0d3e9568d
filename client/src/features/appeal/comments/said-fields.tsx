import { useTranslation } from 'react-i18next';
import { COMMENT_LIMITS } from '../../../../../src/appeal/comments/comments.contract.js';
import { AUTONYM, LANGS, type Lang } from '../../../i18n/locale.js';
import { TextArea } from '../../../ui/field.js';
import { Select } from '../../../ui/select.js';

interface Said {
  readonly body: string;
  readonly lang: Lang;
}

/** What is said, and in which language. */
export function SaidFields(props: {
  readonly label: string;
  readonly value: Said;
  readonly change: (part: Partial<Said>) => void;
  readonly problem: string | null;
  readonly autoFocus: boolean;
}) {
  const { t } = useTranslation();
  const { value, change } = props;
  return (
    <>
      <TextArea
        label={props.label}
        rows={3}
        lang={value.lang}
        value={value.body}
        maxLength={COMMENT_LIMITS.body}
        onChange={(body) => change({ body })}
        problem={props.problem}
        autoFocus={props.autoFocus}
      />
      <Select<Lang>
        label={t('comments.language')}
        value={value.lang}
        onChange={(lang) => change({ lang })}
        options={LANGS.map((id) => ({ id, label: AUTONYM[id] }))}
      />
    </>
  );
}
