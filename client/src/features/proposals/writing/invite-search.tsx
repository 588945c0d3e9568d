import '../../voting/chairing.css';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../../../../src/kernel/localized.js';
import { PersonSearch } from '../../voting/person-search.js';

/** Finds somebody of the forum who may sign. Comes when somebody is going to be asked. */
export default function InviteSearch(props: {
  readonly slug: string;
  /** Who signs or was asked, by id. */
  readonly known: ReadonlySet<string>;
  readonly onPick: (participantId: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <PersonSearch
      slug={props.slug}
      label={t('co-authors.search')}
      fits={({ id, role, suspended }) => !props.known.has(id) && role !== 'observer' && !suspended}
      action={(name) => t('co-authors.invite-person', { name: isolated(name) })}
      onPick={({ id }) => props.onPick(id)}
    />
  );
}
