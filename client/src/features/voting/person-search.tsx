import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParticipantView } from '../../../../src/forum/forum.contract.js';
import { Button } from '../../ui/button.js';
import { Loaded } from '../../ui/feedback.js';
import { TextField } from '../../ui/field.js';
import { LangText } from '../../ui/lang-text.js';
import { MoreButton } from '../../ui/more-button.js';
import { useParticipants } from '../forum/manage/queries.js';

const SHOWN = 8;

/** Finds a participant by a part of the name. `fits` leaves out whom it makes no sense to pick. */
export function PersonSearch(props: {
  readonly slug: string;
  readonly label: string;
  readonly fits: (person: ParticipantView) => boolean;
  /** What the button beside a person does, by the person's name. */
  readonly action: (name: string) => string;
  readonly onPick: (person: ParticipantView) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const people = useParticipants(props.slug, q);
  return (
    <div className="stack stack-tight">
      <TextField label={props.label} type="search" value={typed} onChange={setTyped} />
      <Loaded query={{ ...people, data: people.items }} lines={1}>
        {(items) => {
          const found = items.filter(props.fits).slice(0, SHOWN);
          return (
            <>
              <p role="status" className="hint">
                {found.length === 0 && t('list.nothing-found')}
              </p>
              <ul className="rows person-choices">
                {found.map((person) => (
                  <li key={person.id}>
                    <Button aria-label={props.action(person.name)} onPress={() => props.onPick(person)}>
                      <bdi>{person.name}</bdi>
                      {person.cityName && (
                        <span className="muted">
                          <LangText text={person.cityName} mark={false} />
                        </span>
                      )}
                    </Button>
                  </li>
                ))}
              </ul>
              {found.length < SHOWN && <MoreButton list={people} />}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
