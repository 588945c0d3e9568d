import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContributionKind } from '../../../../src/appeal/appeal.contract.js';
import type { PostView, ThreadSummary } from '../../../../src/discussion/discussion.contract.js';
import type {
  ProposalState,
  ProposalSummary,
  ProposalView,
} from '../../../../src/proposals/proposals.contract.js';
import { htmlOf } from '../../../../src/text/rich-text.js';
import { get } from '../../lib/api.js';
import { usePages } from '../../lib/lists.js';
import { OF } from '../../lib/query-client.js';
import { Button } from '../../ui/button.js';
import { RadioGroup } from '../../ui/choice.js';
import { Loaded } from '../../ui/feedback.js';
import { TextField } from '../../ui/field.js';
import { Written } from '../../ui/lang-text.js';
import { MoreButton } from '../../ui/more-button.js';
import { dragPassage, passagesOf } from './passages.js';

export interface Passage {
  readonly contribution: { readonly kind: ContributionKind; readonly id: string };
  readonly lang: string;
  readonly text: string;
}

/** Proposals that were not admitted are not before the forum: nothing can rest on them. */
const NOT_BEFORE_FORUM: readonly ProposalState[] = ['draft', 'submitted', 'returned'];

interface FinderProps {
  readonly slug: string;
  readonly onPick: (passage: Passage) => void;
}

/** From all that was said to one passage: search, open a proposal or a thread, choose. */
export function PassageFinder({ slug, onPick }: FinderProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<ContributionKind>('proposal');
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const q = useDeferredValue(typed.trim());
  const Opened = kind === 'proposal' ? ProposalPassages : ThreadPassages;
  const List = kind === 'proposal' ? ProposalList : ThreadList;
  if (opened)
    return (
      <div className="stack">
        <div className="actions">
          <Button look="quiet" onPress={() => setOpened(null)}>
            {t('do.back')}
          </Button>
        </div>
        <p className="hint">{t('sources.choose-passage')}</p>
        <Opened id={opened} onPick={onPick} />
      </div>
    );
  return (
    <div className="stack">
      <RadioGroup
        label={t('sources.where')}
        value={kind}
        onChange={setKind}
        options={[
          { id: 'proposal', label: t('nav.proposals') },
          { id: 'post', label: t('nav.discussion') },
        ]}
      />
      <TextField label={t('do.search')} type="search" value={typed} onChange={setTyped} />
      <List slug={slug} q={q} onOpen={setOpened} />
    </div>
  );
}

interface ListProps {
  readonly slug: string;
  readonly q: string;
  readonly onOpen: (id: string) => void;
}

function ProposalList({ slug, q, onOpen }: ListProps) {
  const list = usePages<ProposalSummary>(['proposal', OF, slug], `/forums/${slug}/proposals`, { q });
  return (
    <Found
      list={list}
      shows={(item) => item.imported || !NOT_BEFORE_FORUM.includes(item.state)}
      onOpen={onOpen}
      titleOf={(item) => ({ text: `${item.number}. ${item.title}`, lang: item.titleLang })}
    />
  );
}

function ThreadList({ slug, q, onOpen }: ListProps) {
  const list = usePages<ThreadSummary>(['thread', OF, slug], `/forums/${slug}/threads`, { q });
  return <Found list={list} onOpen={onOpen} titleOf={(item) => ({ text: item.title, lang: item.lang })} />;
}

function Found<T extends { readonly id: string }>(props: {
  readonly list: ReturnType<typeof usePages<T>>;
  readonly titleOf: (item: T) => { readonly text: string; readonly lang: string };
  readonly shows?: (item: T) => boolean;
  readonly onOpen: (id: string) => void;
}) {
  const { t } = useTranslation();
  const items = props.shows ? props.list.items?.filter(props.shows) : props.list.items;
  return (
    <>
      <Loaded query={{ ...props.list, data: items }} lines={2}>
        {(found) =>
          found.length > 0 ? (
            <ul className="rows choice-list">
              {found.map((item) => (
                <li key={item.id}>
                  <Button onPress={() => props.onOpen(item.id)}>
                    <span>
                      <Written lang={props.titleOf(item).lang}>{props.titleOf(item).text}</Written>
                    </span>
                  </Button>
                </li>
              ))}
            </ul>
          ) : (
            <p className="hint">{t('list.nothing-found')}</p>
          )
        }
      </Loaded>
      <MoreButton list={props.list} />
    </>
  );
}

interface OpenedProps {
  readonly id: string;
  readonly onPick: (passage: Passage) => void;
}

function ProposalPassages({ id, onPick }: OpenedProps) {
  const proposal = useQuery({
    queryKey: ['proposal', id],
    queryFn: ({ signal }) => get<ProposalView>(`/proposals/${id}`, undefined, signal),
  });
  return (
    <Loaded query={proposal}>
      {({ texts }) =>
        texts.map(({ lang, paragraphs }) => (
          <Passages
            key={lang}
            contribution={{ kind: 'proposal', id }}
            lang={lang}
            html={htmlOf(paragraphs)}
            onPick={onPick}
          />
        ))
      }
    </Loaded>
  );
}

function ThreadPassages({ id, onPick }: OpenedProps) {
  const posts = usePages<PostView>(['thread', id, 'posts'], `/threads/${id}/posts`);
  return (
    <>
      <Loaded query={{ ...posts, data: posts.items }}>
        {(items) =>
          items.map((post) => (
            <Passages
              key={post.id}
              contribution={{ kind: 'post', id: post.id }}
              lang={post.lang}
              html={post.body}
              onPick={onPick}
            />
          ))
        }
      </Loaded>
      <MoreButton list={posts} />
    </>
  );
}

function Passages(
  props: Omit<Passage, 'text'> & { readonly html: string; readonly onPick: OpenedProps['onPick'] },
) {
  const { contribution, lang, html, onPick } = props;
  return (
    <ul className="rows choice-list">
      {passagesOf(html).map((text) => (
        <li
          key={text}
          draggable
          onDragStart={(event) => dragPassage(event.dataTransfer, { contribution, lang, text })}
        >
          <Button onPress={() => onPick({ contribution, lang, text })}>
            <span>
              <Written lang={lang}>{text}</Written>
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
