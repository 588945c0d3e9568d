import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LangText } from '../../../ui/lang-text.js';
import { type FormProps, inOrder, toggled } from './content.js';
import { useOptionFilter } from './option-filter.js';

/** One option, up to so many, or all that one approves of: by ticking them. */
export function ChoicesForm({ terms, value, onChange }: FormProps) {
  const { t } = useTranslation();
  const name = useId();
  const { shown, box } = useOptionFilter(terms.options);
  const approving = terms.method === 'approval';
  const single = !approving && terms.choicesMax === 1;
  const most = approving ? terms.options.length : terms.choicesMax;
  const chosen = value.choices ?? value.approved ?? [];
  const full = !single && chosen.length >= most;
  const choose = (id: string) => {
    const next = single ? [id] : inOrder(terms, toggled(chosen, id));
    if (next.length <= most) onChange(approving ? { approved: next } : { choices: next });
  };
  return (
    <fieldset className="options">
      <legend className="options-legend">
        {approving
          ? t('ballot.approve')
          : single
            ? t('ballot.choose-one')
            : t('ballot.choose-up-to', { count: most })}
      </legend>
      {box}
      <div className="options-list">
        {shown.map(({ id, text }) => (
          <label key={id} className="option-card">
            <input
              type={single ? 'radio' : 'checkbox'}
              name={name}
              checked={chosen.includes(id)}
              // Not `disabled`: whoever comes by with Tab or a screen reader still finds it, and the reason below.
              aria-disabled={(full && !chosen.includes(id)) || undefined}
              onChange={() => choose(id)}
            />
            <span>
              <LangText text={text} />
            </span>
          </label>
        ))}
      </div>
      {!single && (
        <p role="status" className="hint">
          {approving
            ? t('ballot.chosen', { count: chosen.length })
            : `${t('ballot.chosen-of', { chosen: chosen.length, most })}${full && most > 1 ? ` ${t('ballot.full')}` : ''}`}
        </p>
      )}
    </fieldset>
  );
}
