import { useTranslation } from 'react-i18next';
import type { Paragraph } from '../../../../../src/text/rich-text.contract.js';
import { Button } from '../../../ui/button.js';
import { ParagraphDifferences } from '../../../ui/differences.js';
import { broughtOver } from './changes.js';
import { type Base, type Suggested, sameText } from './suggested.js';

/**
 * The text was changed while somebody wrote on it: what was typed stays, what was changed is shown, and one press
 * goes on from the new text. What does not go there by itself is left to the author.
 */
export function MovedNote(props: {
  readonly value: Suggested;
  readonly now: Base;
  readonly lang: string;
  readonly onBring: (value: Suggested) => void;
}) {
  const { t } = useTranslation();
  const { value, now, lang, onBring } = props;
  return (
    <section className="card" aria-labelledby="text-moved">
      <div role="alert" className="notice notice-waiting">
        <h2 id="text-moved" className="card-title">
          {t('moved.title')}
        </h2>
        <p>{t('moved.text')}</p>
      </div>
      <details open>
        <summary>{t('moved.changes')}</summary>
        <ParagraphDifferences before={value.base} after={now.base} lang={lang} onlyChanges />
      </details>
      <div className="actions">
        <Button look="primary" onPress={() => onBring(bring(value, now))}>
          {t('moved.bring')}
        </Button>
      </div>
    </section>
  );
}

/** What was typed, on the text that stands now. */
export function bring(value: Suggested, now: Base): Suggested {
  const { paragraphs, left } = broughtOver(value.base, value.paragraphs, now.base);
  return { ...value, ...now, paragraphs, left: [...value.left, ...left] };
}

export const hasMoved = (value: Pick<Suggested, 'base' | 'writtenOn'>, now: Base): boolean =>
  value.writtenOn !== now.writtenOn || !sameText(value.base, now.base);

/** Nobody typed anything that a new text could take away. */
export const isUntouched = ({ paragraphs, base, reason }: Suggested): boolean =>
  reason.trim() === '' && sameText(paragraphs, base);

/** Where a change to be settled would put its paragraph. */
export const placeOf = (text: readonly Paragraph[], id: string): string | null => {
  const at = text.findIndex((each) => each.id === id);
  return at > 0 ? (text[at - 1]?.id ?? null) : (text.at(-1)?.id ?? null);
};
