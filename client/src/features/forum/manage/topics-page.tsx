import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ForumView, TopicView } from '../../../../../src/forum/forum.contract.js';
import { del, put } from '../../../lib/api.js';
import { useWrite } from '../../../lib/use-write.js';
import { Button } from '../../../ui/button.js';
import { Confirm } from '../../../ui/confirm.js';
import { Empty, Refusal } from '../../../ui/feedback.js';
import { usePick } from '../../../ui/lang-text.js';
import { MoveButtons } from '../../../ui/move-buttons.js';
import { useToast } from '../../../ui/toast.js';
import { ManagePage } from './manage-page.js';
import { NamesInAll } from './names-in-all.js';
import { TopicDialog } from './topic-dialog.js';

/** What the forum is about: its topics, in the order in which the appeal will take them. */
export default function TopicsPage() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const add = (
    <Button look="primary" onPress={() => setAdding(true)}>
      {t('topics.add')}
    </Button>
  );
  return (
    <ManagePage part="topics" actions={(forum) => forum.topics.length > 0 && add}>
      {(forum) => (
        <>
          <p className="muted">{t('topics.what')}</p>
          {forum.topics.length > 0 ? (
            <TopicList forum={forum} />
          ) : (
            <Empty title={t('topics.empty')} action={add}>
              {t('topics.empty-text')}
            </Empty>
          )}
          {adding && <TopicDialog slug={forum.slug} topic={null} onClose={() => setAdding(false)} />}
        </>
      )}
    </ManagePage>
  );
}

/** The order that was asked for is shown at once; the server's takes over when it answers. */
function TopicList({ forum }: { readonly forum: ForumView }) {
  const { t } = useTranslation();
  const pick = usePick();
  const toast = useToast();
  const order = useWrite(
    (ids: readonly string[]) => put(`/forums/${forum.slug}/topics/order`, { ids }),
    ['forum'],
  );
  const topics = order.isPending ? inOrder(forum.topics, order.variables) : forum.topics;
  const move = (topic: TopicView, by: -1 | 1) => {
    const ids = topics.map(({ id }) => id);
    const at = ids.indexOf(topic.id);
    ids.splice(at + by, 0, ...ids.splice(at, 1));
    order.mutate(ids);
    toast(t('topics.moved', { name: pick(topic.name), place: at + by + 1, of: ids.length }));
  };
  return (
    <>
      {order.error && <Refusal error={order.error} />}
      <ol className="rows cards">
        {topics.map((topic, at) => (
          <TopicRow
            key={topic.id}
            slug={forum.slug}
            topic={topic}
            canMoveUp={at > 0}
            canMoveDown={at < topics.length - 1}
            onMove={(by) => move(topic, by)}
          />
        ))}
      </ol>
    </>
  );
}

function inOrder(topics: readonly TopicView[], ids: readonly string[]): readonly TopicView[] {
  return [...topics].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

function TopicRow(props: {
  readonly slug: string;
  readonly topic: TopicView;
  readonly canMoveUp: boolean;
  readonly canMoveDown: boolean;
  readonly onMove: (by: -1 | 1) => void;
}) {
  const { t } = useTranslation();
  const { slug, topic } = props;
  const name = usePick()(topic.name);
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null);
  const remove = useWrite(
    () => del(`/forums/${slug}/topics/${topic.id}`),
    ['forum'],
    () => setOpen(null),
  );
  return (
    <li className="card managed-row">
      <NamesInAll name={topic.name} />
      <div className="actions">
        <MoveButtons
          name={name}
          canMoveUp={props.canMoveUp}
          canMoveDown={props.canMoveDown}
          onMove={props.onMove}
        />
        <Button look="quiet" aria-label={`${t('do.edit')}: ${name}`} onPress={() => setOpen('edit')}>
          {t('do.edit')}
        </Button>
        <Button look="quiet" aria-label={`${t('do.delete')}: ${name}`} onPress={() => setOpen('delete')}>
          {t('do.delete')}
        </Button>
      </div>
      {open === 'edit' && <TopicDialog slug={slug} topic={topic} onClose={() => setOpen(null)} />}
      <Confirm
        title={t('topics.delete-sure', { name })}
        isOpen={open === 'delete'}
        onClose={() => setOpen(null)}
        onConfirm={() => remove.mutate()}
        action={t('do.delete')}
        isPending={remove.isPending}
        error={remove.error}
      />
    </li>
  );
}
