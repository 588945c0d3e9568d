import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { COMMENT_LIMITS } from '../../../../../src/appeal/comments/comments.contract.js';
import { AUTONYM, LANGS, type Lang } from '../../../i18n/locale.js';
import { Select } from '../../../ui/select.js';
import { MentionArea, type Mentioning } from '../../discussion/mentions/mention-area.js';

interface Said extends Mentioning {
  readonly lang: Lang;
}

/** What is said, with whom it mentions, and in which language. */
export function SaidFields(props: {
  readonly label: string;
  readonly value: Said;
  readonly change: (part: Partial<Said>) => void;
  readonly problem: string | null;
  readonly autoFocus: boolean;
}) {
  const { t } = useTranslation();
  const { slug = '' } = useParams();
  const { value, change } = props;
  return (
    <>
      <MentionArea
        slug={slug}
        label={props.label}
        rows={3}
        lang={value.lang}
        value={value}
        maxLength={COMMENT_LIMITS.body}
        onChange={change}
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
