import { type RefObject, useDeferredValue, useEffect, useImperativeHandle, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lang } from '../../../../../src/kernel/localized.js';
import { useSeat } from '../../../lib/me.js';
import { useDelegations, useParticipants } from '../../forum/manage/queries.js';
import { type Choice, choicesOf } from './choices.js';
import type { KeyInList } from './mentioner.js';
import type { Asked } from './picking.js';

/** Delegations and participants whose name holds the words. The focus stays in the box that asks. */
export function Suggestions(props: {
  readonly id: string;
  readonly slug: string;
  readonly asked: Asked;
  /** In which cities are called. */
  readonly lang: Lang;
  readonly keys: RefObject<KeyInList | null>;
  readonly onActive: (id: string | null) => void;
  readonly onTake: (choice: Choice) => void;
}) {
  const { id, slug, asked, lang, keys, onActive, onTake } = props;
  const { t } = useTranslation();
  const me = useSeat(slug)?.participantId;
  const q = useDeferredValue(asked.words.trim());
  const people = useParticipants(slug, q).items;
  const delegations = useDelegations(slug).data;
  const choices = choicesOf(q, lang, { people: people?.filter((each) => each.id !== me), delegations });
  const [at, setAt] = useState(0);
  const chosen = Math.min(at, choices.length - 1);
  const optionId = (index: number) => `${id}-${index}`;
  const count = choices.length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other words bring another list, which begins at its top
  useEffect(() => setAt(0), [q]);
  useEffect(() => onActive(count > 0 ? `${id}-${chosen}` : null), [id, chosen, count, onActive]);
  useEffect(() => () => onActive(null), [onActive]);
  useImperativeHandle(keys, () => (key: string) => {
    const choice = choices[chosen];
    if (!choice) return false;
    if (key === 'ArrowDown') setAt((chosen + 1) % count);
    else if (key === 'ArrowUp') setAt((chosen + count - 1) % count);
    else if (key === 'Enter') onTake(choice);
    else return false;
    return true;
  });

  return (
    <>
      <p role="status" className="visually-hidden">
        {people && delegations && t('mention.found', { count })}
      </p>
      <div
        id={id}
        role="listbox"
        aria-label={t('mention.list')}
        className="mention-list"
        hidden={count === 0}
      >
        {choices.map((choice, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are pressed in the box that has the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the box names the option that is chosen
          <div
            key={choice.one.id}
            id={optionId(index)}
            role="option"
            aria-selected={index === chosen}
            className="mention-choice"
            // The focus stays in the box.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(choice)}
          >
            <bdi>{choice.one.name}</bdi>
            <bdi className="muted">
              {choice.one.kind === 'delegation' ? t('mention.delegation') : choice.beside}
            </bdi>
          </div>
        ))}
      </div>
    </>
  );
}
