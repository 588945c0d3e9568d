import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { POLL_LIMITS } from '../../../../src/voting/polls.contract.js';
import { Button } from '../../ui/button.js';
import { TextArea } from '../../ui/field.js';
import { usePick } from '../../ui/lang-text.js';
import { LocalizedFields } from '../../ui/localized-fields.js';
import { MoveButtons } from '../../ui/move-buttons.js';
import { addOption, moveOption, pasteOptions, removeOption, writeOption } from './option-rows.js';
import type { FormOption } from './poll-form.js';

interface OptionsProps {
  readonly options: readonly FormOption[];
  readonly onChange: (options: readonly FormOption[]) => void;
  readonly problem: (field: string) => string | null;
}

/** What a ballot chooses among or ranks: added one by one or as a pasted list, moved, taken away. */
export function OptionsFields({ options, onChange, problem }: OptionsProps) {
  const { t } = useTranslation();
  const full = options.length >= POLL_LIMITS.options;
  return (
    <fieldset className="poll-options">
      <legend className="label">{t('prepare.options')}</legend>
      <p className="hint">{t('prepare.options-hint', { max: POLL_LIMITS.options })}</p>
      <ol className="rows stack">
        {options.map((option, at) => (
          <OptionRow key={option.key} at={at} options={options} onChange={onChange} problem={problem} />
        ))}
      </ol>
      <div className="actions">
        <Button isDisabled={full} onPress={() => onChange(addOption(options))}>
          {t('prepare.option-add')}
        </Button>
      </div>
      <PasteList onPaste={(lines) => onChange(pasteOptions(options, lines))} />
    </fieldset>
  );
}

function OptionRow({ at, options, onChange, problem }: OptionsProps & { readonly at: number }) {
  const { t } = useTranslation();
  const pick = usePick();
  const { key, text } = options[at] as FormOption;
  const label = t('prepare.option', { number: at + 1 });
  const name = pick(text) || label;
  return (
    <li className="poll-option">
      <LocalizedFields
        label={label}
        name={`terms.options.${at}.text`}
        value={text}
        onChange={(written) => onChange(writeOption(options, key, written))}
        problem={problem}
      />
      <div className="actions">
        <MoveButtons
          name={name}
          canMoveUp={at > 0}
          canMoveDown={at < options.length - 1}
          onMove={(by) => onChange(moveOption(options, key, by))}
        />
        <Button
          look="quiet"
          aria-label={t('prepare.option-remove', { name })}
          isDisabled={options.length <= 2}
          onPress={() => onChange(removeOption(options, key))}
        >
          {t('do.delete')}
        </Button>
      </div>
    </li>
  );
}

function PasteList({ onPaste }: { readonly onPaste: (lines: string) => void }) {
  const { t } = useTranslation();
  const [lines, setLines] = useState('');
  return (
    <details className="disclosure">
      <summary>{t('prepare.paste')}</summary>
      <TextArea
        label={t('prepare.paste-lines')}
        hint={t('prepare.paste-hint')}
        value={lines}
        onChange={setLines}
        rows={4}
      />
      <div className="actions">
        <Button
          isDisabled={!lines.trim()}
          onPress={() => {
            onPaste(lines);
            setLines('');
          }}
        >
          {t('prepare.paste-add')}
        </Button>
      </div>
    </details>
  );
}
