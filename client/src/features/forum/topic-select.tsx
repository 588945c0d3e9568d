import { useTranslation } from 'react-i18next';
import type { TopicView } from '../../../../src/forum/forum.contract.js';
import { usePick } from '../../ui/lang-text.js';
import { Select } from '../../ui/select.js';

/** A topic of the forum, or none; with `all`, as a filter. Empty while none is chosen. */
export function TopicSelect(props: {
  readonly topics: readonly TopicView[];
  readonly value: string;
  readonly onChange: (topicId: string) => void;
  readonly all?: boolean;
  readonly problem?: string | null;
}) {
  const { t } = useTranslation();
  const pick = usePick();
  return (
    <Select
      label={t('form.topic')}
      value={props.value}
      onChange={props.onChange}
      problem={props.problem}
      options={[
        { id: '', label: t(props.all ? 'list.all-topics' : 'form.no-topic') },
        ...props.topics.map((topic) => ({ id: topic.id, label: pick(topic.name) })),
      ]}
    />
  );
}
