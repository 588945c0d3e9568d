import type { TopicView } from '../../../../src/forum/forum.contract.js';
import { LangText } from '../../ui/lang-text.js';

/** The topic something belongs to; nothing where it belongs to none. */
export function TopicName({
  topics,
  id,
}: {
  readonly topics: readonly TopicView[];
  readonly id: string | null;
}) {
  const topic = topics.find((each) => each.id === id);
  return topic ? <LangText text={topic.name} mark={false} /> : null;
}
