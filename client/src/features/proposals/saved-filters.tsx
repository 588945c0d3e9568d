import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ProposalFilter,
  SavedFilter,
  SaveFilter,
} from '../../../../src/proposals/proposals.contract.js';
import { del, post } from '../../lib/api.js';
import { useSeat } from '../../lib/me.js';
import { useWrite } from '../../lib/use-write.js';
import { Button } from '../../ui/button.js';
import { Refusal } from '../../ui/feedback.js';
import { TextField } from '../../ui/field.js';
import { Pill } from '../../ui/pills.js';
import { addressOf } from './filter.js';
import { useSavedFilters } from './list-queries.js';

/** Ways to look at the list that the reader keeps under a name; nobody else sees them. */
export function SavedFilters(props: {
  readonly slug: string;
  readonly filter: ProposalFilter;
  readonly onUse: (filter: ProposalFilter) => void;
}) {
  const { slug, filter, onUse } = props;
  const seated = useSeat(slug) !== null;
  const saved = useSavedFilters(slug, seated).data ?? [];
  const drop = useWrite((id: string) => del(`/forums/${slug}/proposal-filters/${id}`), ['proposal-filter']);
  const now = addressOf(filter);
  const known = saved.some(({ query }) => addressOf(query) === now);
  if (!seated || (saved.length === 0 && !now)) return null;
  return (
    <div className="stack stack-tight">
      {saved.length > 0 && (
        <ul className="rows saved-filters">
          {saved.map((each) => (
            <SavedOne
              key={each.id}
              saved={each}
              inUse={addressOf(each.query) === now}
              onUse={() => onUse(each.query)}
              onDrop={() => drop.mutate(each.id)}
            />
          ))}
        </ul>
      )}
      <Refusal error={drop.error} />
      {now && !known && <Saving slug={slug} filter={filter} />}
    </div>
  );
}

function SavedOne(props: {
  readonly saved: SavedFilter;
  readonly inUse: boolean;
  readonly onUse: () => void;
  readonly onDrop: () => void;
}) {
  const { t } = useTranslation();
  const { saved, inUse } = props;
  return (
    <li className="saved-filter">
      <Pill isChosen={inUse} onChoose={props.onUse}>
        <bdi>{saved.name}</bdi>
      </Pill>
      <Button
        look="quiet"
        aria-label={t('proposals.drop-filter', { name: `\u2068${saved.name}\u2069` })}
        onPress={props.onDrop}
      >
        <span aria-hidden="true">×</span>
      </Button>
    </li>
  );
}

/** The filter in use, kept under a name. */
function Saving({ slug, filter }: { readonly slug: string; readonly filter: ProposalFilter }) {
  const { t } = useTranslation();
  const [name, setName] = useState<string | null>(null);
  const save = useWrite(
    (body: SaveFilter) => post<SavedFilter>(`/forums/${slug}/proposal-filters`, body),
    ['proposal-filter'],
    () => setName(null),
  );
  if (name === null)
    return (
      <div>
        <Button look="quiet" onPress={() => setName('')}>
          {t('proposals.save-filter')}
        </Button>
      </div>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) save.mutate({ name: name.trim(), query: filter });
  };
  return (
    <form className="save-filter" onSubmit={submit}>
      <TextField
        label={t('proposals.filter-name')}
        value={name}
        onChange={setName}
        maxLength={60}
        autoFocus
      />
      <Button type="submit" isPending={save.isPending} isDisabled={!name.trim()}>
        {t('do.save')}
      </Button>
      <Refusal error={save.error} />
    </form>
  );
}
