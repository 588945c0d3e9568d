import { useTranslation } from 'react-i18next';
import { TextArea, TextField } from '../../ui/field.js';

export interface WrittenText {
  readonly title: string;
  readonly body: string;
}

/** Title and text in one language; what is typed is plain, and becomes paragraphs and lists when it is sent. */
export function TextFields(props: {
  readonly lang: string;
  readonly value: WrittenText;
  readonly onChange: (part: Partial<WrittenText>) => void;
  readonly problem: (field: string) => string | null;
}) {
  const { t } = useTranslation();
  const { lang, value, onChange, problem } = props;
  return (
    <>
      <TextField
        label={t('proposal.title')}
        lang={lang}
        value={value.title}
        onChange={(title) => onChange({ title })}
        problem={problem('title')}
        maxLength={200}
      />
      <TextArea
        label={t('proposal.text')}
        hint={t('form.lines-hint')}
        lang={lang}
        rows={10}
        value={value.body}
        onChange={(body) => onChange({ body })}
        problem={problem('body')}
      />
    </>
  );
}
