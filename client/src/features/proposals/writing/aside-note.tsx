import { useTranslation } from 'react-i18next';
import { htmlOf } from '../../../../../src/text/rich-text.js';
import { Button } from '../../../ui/button.js';
import { RichText } from '../../../ui/rich-text.js';
import type { Written } from './written.js';

/** What was typed here and gave way to another's text: it can be read, copied from and brought back. */
export function AsideNote({
  aside,
  lang,
  onBack,
  onDrop,
}: {
  readonly aside: Written | null;
  readonly lang: string;
  readonly onBack: (mine: Written) => void;
  readonly onDrop: () => void;
}) {
  const { t } = useTranslation();
  if (!aside) return null;
  return (
    <div className="notice notice-plain">
      <span>{t('aside.text')}</span>
      <details>
        <summary>{t('aside.show')}</summary>
        <p lang={lang} dir="auto">
          <strong>{aside.title}</strong>
        </p>
        <RichText html={htmlOf(aside.paragraphs)} lang={lang} />
      </details>
      <div className="actions">
        <Button onPress={() => onBack(aside)}>{t('aside.back')}</Button>
        <Button look="quiet" onPress={onDrop}>
          {t('aside.drop')}
        </Button>
      </div>
    </div>
  );
}
