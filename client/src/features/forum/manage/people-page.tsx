import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ForumView, ParticipantView } from '../../../../../src/forum/forum.contract.js';
import { Button } from '../../../ui/button.js';
import { Empty, Loaded } from '../../../ui/feedback.js';
import { TextField } from '../../../ui/field.js';
import { LangText } from '../../../ui/lang-text.js';
import { MoreButton } from '../../../ui/more-button.js';
import { ManagePage } from './manage-page.js';
import { ParticipantDialog } from './participant-dialog.js';
import { useParticipants } from './queries.js';

/** Who takes part, in what role, for which city. */
export default function PeoplePage() {
  return <ManagePage part="people">{(forum) => <People forum={forum} />}</ManagePage>;
}

function People({ forum }: { readonly forum: ForumView }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const people = useParticipants(forum.slug, q);
  return (
    <>
      <TextField label={t('people.search')} type="search" value={typed} onChange={setTyped} />
      <Loaded query={{ ...people, data: people.items }}>
        {(items) =>
          items.length > 0 ? (
            <ul className="rows cards">
              {items.map((person) => (
                <PersonRow key={person.id} slug={forum.slug} person={person} />
              ))}
            </ul>
          ) : (
            <Empty title={q ? t('list.nothing-found') : t('people.empty')} />
          )
        }
      </Loaded>
      <MoreButton list={people} />
    </>
  );
}

function PersonRow({ slug, person }: { readonly slug: string; readonly person: ParticipantView }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  return (
    <li className="card managed-row">
      <div className="stack stack-tight">
        <p className="managed-name">
          <bdi>{person.name}</bdi>
        </p>
        <p className="meta">
          <span>{t(`role.${person.role}`)}</span>
          {person.cityName && (
            <span>
              <LangText text={person.cityName} mark={false} />
            </span>
          )}
          {person.head && <span className="badge badge-info">{t('people.head')}</span>}
          {person.deputy && <span className="badge badge-info">{t('people.deputy')}</span>}
          {person.suspended && <span className="badge badge-bad">{t('people.suspended')}</span>}
        </p>
      </div>
      <div className="actions">
        <Button look="quiet" aria-label={`${t('do.edit')}: ${person.name}`} onPress={() => setEditing(true)}>
          {t('do.edit')}
        </Button>
      </div>
      {editing && <ParticipantDialog slug={slug} person={person} onClose={() => setEditing(false)} />}
    </li>
  );
}
