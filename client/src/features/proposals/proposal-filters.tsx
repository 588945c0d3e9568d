import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TopicView } from '../../../../src/forum/forum.contract.js';
import {
  PROPOSAL_SORTS,
  type ProposalFilter,
  type ProposalSort,
} from '../../../../src/proposals/proposals.contract.js';
import { Button } from '../../ui/button.js';
import { lazily } from '../../ui/lazily.js';
import { SearchBox } from '../../ui/search-box.js';
import { Select } from '../../ui/select.js';
import { TopicSelect } from '../forum/topic-select.js';
import { isNarrow } from './filter.js';
import { useProposals } from './queries.js';

const MoreFilters = lazily(() => import('./more-filters.js'));

export interface FilterProps {
  readonly slug: string;
  readonly topics: readonly TopicView[];
  readonly filter: ProposalFilter;
  readonly signedIn: boolean;
  readonly onChange: (part: { [Name in keyof ProposalFilter]?: ProposalFilter[Name] | undefined }) => void;
}

/** Words, topic and order in sight; what is wanted less often behind a button, open where it is in use. */
export function ProposalFilters(props: FilterProps) {
  const { t } = useTranslation();
  const { slug, filter, onChange } = props;
  const { city, written, mine, followed } = filter;
  const [open, setOpen] = useState(Boolean(city ?? written ?? mine ?? followed));
  return (
    <search className="filters">
      <SearchBox
        value={filter.q ?? ''}
        onSearch={(q) => onChange({ q: q || undefined })}
        label={t('proposals.search')}
      />
      <TopicSelect
        all
        topics={props.topics}
        value={filter.topic ?? ''}
        onChange={(topic) => onChange({ topic: topic || undefined })}
      />
      <Select<ProposalSort>
        label={t('proposals.sort')}
        value={filter.sort ?? 'new'}
        onChange={(sort) => onChange({ sort })}
        options={PROPOSAL_SORTS.map((id) => ({ id, label: t(`proposals.sort-${id}`) }))}
      />
      {open ? (
        <Suspense>
          <MoreFilters {...props} />
        </Suspense>
      ) : (
        <div className="more-filters">
          <Button look="quiet" onPress={() => setOpen(true)}>
            {t('proposals.more-filters')}
          </Button>
        </div>
      )}
      {filter.author && (
        <AuthorChip slug={slug} id={filter.author} onDrop={() => onChange({ author: undefined })} />
      )}
      {isNarrow(filter) && (
        <Button look="quiet" onPress={() => onChange(NOTHING)}>
          {t('do.clear')}
        </Button>
      )}
    </search>
  );
}

const NOTHING = {
  q: undefined,
  topic: undefined,
  state: undefined,
  city: undefined,
  author: undefined,
  written: undefined,
  mine: undefined,
  followed: undefined,
};

/** Whose proposals are shown. The name is found among them; a co-author's stands in no list. */
function AuthorChip(props: { readonly slug: string; readonly id: string; readonly onDrop: () => void }) {
  const { t } = useTranslation();
  const items = useProposals(props.slug, { author: props.id }).items ?? [];
  const name = items.find(({ author }) => author?.id === props.id)?.author?.name;
  return (
    <Button onPress={props.onDrop}>
      <span>
        {name ? t('proposals.by', { name: `\u2068${name}\u2069` }) : t('proposals.by-one')}
        <span aria-hidden="true"> ×</span>
        <span className="visually-hidden"> ({t('do.clear')})</span>
      </span>
    </Button>
  );
}
